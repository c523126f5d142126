import { describe, expect, test } from '@jest/globals';
import { searchSchema } from '../../../api/params/search.ts';
import { csv } from '../../../api/render/csv.ts';
import { formats } from '../../../api/render/index.ts';
import { toArticle } from '../../../api/search/article.ts';
import { summarize } from '../../../api/search/hit.ts';
import type { SearchResult } from '../../../api/search/result.ts';
import { describeCopies } from '../../../api/versions/copies.ts';
import { compareArticles } from '../../../api/versions/difference.ts';
import { print } from '../../../api/web/markup.ts';
import { contextOf } from '../../../api/web/page.ts';
import { drawArticlePage } from '../../../api/web/pages/article-page.ts';
import { drawResults } from '../../../api/web/pages/result-list.ts';
import { drawVersionsPage } from '../../../api/web/pages/versions-page.ts';
import { loadAgencies } from '../../../authorities/agencies/index.ts';
import { peopleOf } from '../../../authorities/people/index.ts';
import { loadPlaces } from '../../../authorities/places/index.ts';
import { loadPublishers } from '../../../authorities/publishers/index.ts';
import type { ArticleDocument } from '../../../domain/document.ts';
import { heavyDocuments } from '../../support/heavy-articles.ts';
import { leastCpu, longestHold, longestTurn } from '../../support/least-cpu.ts';

const agencies = loadAgencies();
const authorities = {
  agencies,
  people: peopleOf([]),
  places: loadPlaces(),
  publishers: loadPublishers(agencies),
};
const reader = { language: 'en', path: '/v1/articles' };
const asset = {
  path: '/x.js',
  type: 'text/javascript',
  content: Buffer.from(''),
  packed: Buffer.from(''),
  integrity: 'sha256-x',
  version: 'x',
};
const context = contextOf(
  { given: 'en', accepted: undefined },
  {
    assets: { box: asset, script: asset, style: '', styleSource: '' },
    origin: 'https://search.example',
    path: '/',
    query: new URLSearchParams({ 'ui-lang': 'en' }),
    now: new Date(0),
    mails: true,
  },
);
const articleOf = (document: ArticleDocument) => toArticle(document, reader, { authorities });

describe.each(heavyDocuments.map((document) => [document.id, document] as const))(
  '5 MB of %s',
  (_, document) => {
    const article = articleOf(document);
    const written = JSON.stringify(document);

    test.each([
      ['its page', () => print(drawArticlePage(article, { copies: null, alike: [] }, context))],
      ['its JSON', () => JSON.stringify(articleOf(document))],
      ['reading its document', () => JSON.parse(written)],
    ] as const)('%s never holds the event loop', async (_name, work) => {
      expect(await leastCpu(work)).toBeLessThan(longestHold);
    });

    test.each([
      ['every line changed', (body: string) => body.replaceAll('\n', '!\n')],
      [
        'every second line changed',
        (body: string) =>
          body
            .split('\n')
            .map((line, n) => (n % 2 === 0 ? line : `new ${line}`))
            .join('\n'),
      ],
      ['turned round', (body: string) => body.split('\n').reverse().join('\n')],
    ] as const)('its difference, %s', async (_name, change) => {
      const other = { ...article, revision: 2, body: change(article.body) };
      let difference = compareArticles(article, other);
      expect(
        await leastCpu(() => {
          difference = compareArticles(article, other);
        }),
      ).toBeLessThan(longestHold);
      const versions = { id: 'x', versions: [], difference };
      expect(await leastCpu(() => print(drawVersionsPage(versions, context)))).toBeLessThan(longestHold);
    });

    test('its copies, each with every line changed', async () => {
      const changed = { ...document, body: document.body.replaceAll('\n', '!\n') };
      const copies = [document, ...Array.from({ length: 5 }, () => changed)];
      expect(await longestTurn(() => describeCopies(copies, reader, { authorities }))).toBeLessThan(
        longestHold,
      );
      const described = await describeCopies(copies, reader, { authorities });
      expect(JSON.stringify(described).length).toBeLessThan(300_000);
    });

    test('a hundred of it in every listing', async () => {
      const results = Array.from({ length: 100 }, (_one, n) =>
        summarize({ ...document, id: `${n}` }, reader, authorities),
      );
      const result: SearchResult = {
        total: { count: 100, exact: true },
        description: '',
        results,
        facets: {},
        choices: [],
        expansions: [],
        suggestion: null,
        links: { self: '/v1/articles', first: '/v1/articles' },
        took: 1,
      };
      const given = { params: searchSchema.parse({}), origin: 'https://search.example', now: new Date() };
      for (const format of [...Object.values(formats), csv])
        expect([format.name, (await leastCpu(() => format.render(result, given))) < longestHold]).toEqual([
          format.name,
          true,
        ]);
      expect(await leastCpu(() => print(drawResults(results, context)))).toBeLessThan(longestHold);
      expect(
        await leastCpu(() =>
          results.map((_one, n) => summarize({ ...document, id: `${n}` }, reader, authorities)),
        ),
      ).toBeLessThan(longestHold);
    });
  },
);
