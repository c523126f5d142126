import type { z } from 'zod';
import type { RouteDescription } from '../../routes/route.ts';
import { html, type Markup } from '../markup.ts';

/** Every route with its parameters, in English like the API itself; forms and links to try routes without a key. */
export const drawDocs = (routes: readonly RouteDescription[]): Markup =>
  html`<div class="docs" lang="en" dir="ltr"><h1>API</h1>
<p>The machine-readable document is <a href="/openapi.json">/openapi.json</a>. Answers are JSON; faults are <a href="https://www.rfc-editor.org/rfc/rfc9457">problem details</a>.</p>
<ul class="contents">${routes.map((route) => html`<li><a href="#${route.id}"><code>${nameOf(route)}</code></a></li>`)}</ul>
${routes.map(drawRoute)}</div>`;

const nameOf = ({ method, path }: RouteDescription): string => `${method.toUpperCase()} ${path}`;

const drawRoute = (route: RouteDescription): Markup => {
  const { id, summary, query, scope } = route;
  const parameters = Object.entries(query.shape);
  return html`<section id="${id}"><h2><code>${nameOf(route)}</code></h2>
<p>${summary}${scope ? html` (needs a key with the scope <code>${scope}</code>)` : ''}</p>
${drawTrial(route)}
${
  parameters.length === 0
    ? ''
    : html`<details><summary>Parameters<span class="unseen"> of ${nameOf(route)}</span></summary><dl>${parameters.map(([name, schema]: [string, z.ZodType]) => html`<dt><code>${name}</code></dt><dd>${descriptionOf(schema)}</dd>`)}</dl></details>`
}</section>`;
};

/** Plain forms and links, which work under a strict policy and show the address to copy. */
const drawTrial = (route: RouteDescription): Markup | '' => {
  const { method, path, scope, query } = route;
  if (method !== 'get' || scope || path.includes('{')) return '';
  if (!('q' in query.shape)) return html`<p><a href="${path}" rel="nofollow">Try ${path}</a></p>`;
  return html`<form class="find" action="${path}" method="get"><label>q <input name="q" value="lighthouse" maxlength="200" autocomplete="off"></label> <button class="plain">Try<span class="unseen"> ${nameOf(route)}</span></button></form>`;
};

const descriptionOf = (schema: object): string => {
  if ('meta' in schema && typeof schema.meta === 'function') {
    const meta: unknown = schema.meta();
    if (typeof meta === 'object' && meta !== null && 'description' in meta) return String(meta.description);
  }
  if (!('unwrap' in schema) || typeof schema.unwrap !== 'function') return '';
  const inner: unknown = schema.unwrap();
  return typeof inner === 'object' && inner !== null ? descriptionOf(inner) : '';
};
