import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mounted } from '../../../api/mounted.ts';
import type { ArticleDocument } from '../../../domain/document.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

// The ids of people without a record are folded: no accents, one case. Labels are as articles print them.
const greek = 'name:γιωργοσ παπαδοπουλοσ';
const french = 'name:valery dubois dedaing';

const naming = (id: string, people: Readonly<Record<string, string>>): ArticleDocument =>
  documentOf({
    id,
    title: 'The council met',
    people: Object.keys(people),
    mentions: Object.entries(people).map(([person, name]) => ({ id: person, name, roles: [], mentions: [] })),
    date: '2021-01-05',
  });

let service: SearchService;

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'und'], mounted });
  await service.index([
    naming('a', { [french]: 'VALÉRY DUBOIS D’ÉDAING', [greek]: 'Γιώργος Παπαδόπουλος' }),
    naming('b', { [french]: 'Valéry Dubois d’Édaing' }),
  ]);
}, 300_000);

afterAll(() => service?.stop(), 180_000);

test.each([
  ['results and facets', '/v1/articles?q=council&facets=person'],
  ['an article', '/v1/articles/a'],
  ['a person', `/v1/people/${encodeURIComponent(greek)}`],
  ['people by name', `/v1/people?q=${encodeURIComponent('Γιώργος Παπαδόπουλος')}`],
  ['suggestions', `/v1/suggest?q=${encodeURIComponent('παπαδ')}`],
])('%s call people without a record as articles print them', async (_, path) => {
  const response = await fetch(`${service.url}${path}`, { headers: { 'accept-language': 'en' } });
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(text).toContain('Γιώργος Παπαδόπουλος');
  expect(text).not.toContain('"label":"Γιωργοσ Παπαδοπουλοσ"');
  expect(text).not.toContain('"label":"Valery Dubois Dedaing"');
  if (text.includes(french)) expect(text).toContain('"label":"Valéry Dubois d’Édaing"');
});
