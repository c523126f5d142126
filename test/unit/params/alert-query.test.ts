import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createSchema } from 'zod-openapi';
import { alertQuery } from '../../../api/alerts/query-schema.ts';
import { newAlertSchema, readSavedSearch, writtenQuery } from '../../../api/alerts/schema.ts';

const ajv = new Ajv2020({ strict: false });
const { schema, components } = createSchema(newAlertSchema, { io: 'input' });
const isDescribed = ajv.compile({ ...schema, components: { schemas: components } });

const isTaken = (query: unknown): boolean => {
  try {
    readSavedSearch(writtenQuery(alertQuery.parse(query)));
    return true;
  } catch {
    return false;
  }
};

test.each([
  [{ q: 'bridge' }, true],
  [{ q: ['bridge'] }, true],
  [{ q: ['bridge', 'river'] }, false],
  [{ q: 7 }, false],
  [{ q: 'a\u0000b' }, false],
  [{ agency: 'xinhua' }, true],
  [{ agency: ['xinhua', 'tass'], lang: [] }, true],
  [{ agency: ' ' }, false],
  [{ lang: 'z' }, false],
  [{ q: 'bridge', 'from-date': '2019-02-29' }, false],
  [{ 'to-date': '2020-02' }, true],
  [{ q: 'bridge', translate: 'DE' }, false],
  [{ q: 'bridge', sort: 'newest' }, false],
  [{ q: 'bridge', collapse: 'story' }, false],
  [{}, false],
  [{ q: ' ' }, false],
  [{ q: [], lang: [] }, false],
  [{ match: 'any', expand: 'none', translate: 'all' }, false],
])('%j: the document and the server take it, or neither does', (query, isRight) => {
  expect({ server: isTaken(query), document: isDescribed({ name: 'x', query }) }).toEqual({
    server: isRight,
    document: isRight,
  });
});

test.each([
  [{ name: ' ', query: { q: 'a' } }, false],
  [{ name: 'x', query: { q: 'a' }, webhook: { url: 'file:///etc/passwd' } }, false],
  [{ name: 'x', query: { q: 'a' }, webhook: { url: 'https://hooks.example/x?y=z' } }, true],
])('%j: so with the rest of an alert', (body, isRight) => {
  expect({ server: newAlertSchema.safeParse(body).success, document: isDescribed(body) }).toEqual({
    server: isRight,
    document: isRight,
  });
});
