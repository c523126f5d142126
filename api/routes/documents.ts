import { Router } from 'express';
import { buildOpenApi } from '../openapi.ts';
import { operations } from '../operations.ts';
import { sendJson } from './read.ts';

/** The OpenAPI document, and a page that shows it. */
export const documentsRouter = (): Router => {
  const document = buildOpenApi(operations);
  return Router()
    .get('/openapi.json', (request, response) => sendJson(request, response, document))
    .get('/docs', (_request, response) => {
      response.type('html').send(page);
    });
};

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Dateline API</title>
<meta name="viewport" content="width=device-width"><h1>Dateline API</h1>
<p>The machine-readable document is <a href="/openapi.json">/openapi.json</a>.</p>
${operations
  .map(
    ({
      method,
      path,
      summary,
      query,
      scope,
    }) => `<h2><code>${method.toUpperCase()} ${escapeHtml(path)}</code></h2>
<p>${escapeHtml(summary)}${scope ? ` (needs a key with the scope <code>${scope}</code>)` : ''}</p>
<dl>${Object.entries(query?.shape ?? {})
      .map(
        ([name, schema]) =>
          `<dt><code>${escapeHtml(name)}</code></dt><dd>${escapeHtml(schema.meta()?.description ?? innerDescription(schema))}</dd>`,
      )
      .join('')}</dl>`,
  )
  .join('\n')}</html>`;

function innerDescription(schema: object): string {
  if (!('unwrap' in schema) || typeof schema.unwrap !== 'function') return '';
  const inner: unknown = schema.unwrap();
  if (typeof inner !== 'object' || inner === null || !('meta' in inner) || typeof inner.meta !== 'function')
    return '';
  const meta: unknown = inner.meta();
  return typeof meta === 'object' && meta !== null && 'description' in meta ? String(meta.description) : '';
}
