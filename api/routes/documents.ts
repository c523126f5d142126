import { Router } from 'express';
import type { z } from 'zod';
import { buildOpenApi } from '../openapi.ts';
import { onlyGet } from './only-get.ts';
import { sendJson } from './read.ts';
import type { RouteDescription } from './route.ts';

/** The OpenAPI document, and a page that shows it. */
export const documentsRouter = (routes: readonly RouteDescription[]): Router => {
  const document = buildOpenApi(routes);
  const page = drawPage(routes);
  return Router()
    .use(onlyGet('/openapi.json', (request, response) => sendJson(request, response, document)))
    .use(
      onlyGet('/docs', (_request, response) => {
        response.type('html').send(page);
      }),
    );
};

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

const drawPage = (
  routes: readonly RouteDescription[],
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Dateline API</title>
<meta name="viewport" content="width=device-width"><h1>Dateline API</h1>
<p>The machine-readable document is <a href="/openapi.json">/openapi.json</a>.</p>
${routes.map(drawRoute).join('\n')}</html>`;

const drawRoute = ({ method, path, summary, query, scope }: RouteDescription): string =>
  `<h2><code>${method.toUpperCase()} ${escapeHtml(path)}</code></h2>
<p>${escapeHtml(summary)}${scope ? ` (needs a key with the scope <code>${scope}</code>)` : ''}</p>
<dl>${Object.entries(query.shape)
    .map(
      ([name, schema]: [string, z.ZodType]) =>
        `<dt><code>${escapeHtml(name)}</code></dt><dd>${escapeHtml(schema.meta()?.description ?? innerDescription(schema))}</dd>`,
    )
    .join('')}</dl>`;

function innerDescription(schema: object): string {
  if (!('unwrap' in schema) || typeof schema.unwrap !== 'function') return '';
  const inner: unknown = schema.unwrap();
  if (typeof inner !== 'object' || inner === null || !('meta' in inner) || typeof inner.meta !== 'function')
    return '';
  const meta: unknown = inner.meta();
  return typeof meta === 'object' && meta !== null && 'description' in meta ? String(meta.description) : '';
}
