import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { SearchResult } from '../../../api/search/result.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;
let idOf: (name: string) => string;

/** So many articles that name somebody, none of which prints the surname asked for. */
const naming = (id: string, count: number) =>
  Array.from({ length: count }, (_, at) =>
    documentOf({ id: `${id}-${at}`, title: 'A visit', body: 'A guest came.', people: [id] }),
  );

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'ru', 'zh'] });
  const { people } = service.services.authorities;
  idOf = (name) => people.findByName(name)[0]?.id ?? '';
  await service.index([
    ...naming(idOf('Hillary Clinton'), 12),
    ...naming(idOf('Bill Clinton'), 1),
    ...naming(idOf('George W. Bush'), 4),
    ...naming(idOf('George H. W. Bush'), 3),
    ...naming(idOf('Joe Biden'), 10),
    ...naming(idOf('Angela Merkel'), 2),
    ...naming('name:fritz merkel', 2),
    documentOf({
      id: 'son',
      title: 'Beau Biden remembered',
      body: 'Beau Biden was remembered.',
      people: ['name:beau biden'],
    }),
    documentOf({
      id: 'zh',
      language: 'zh',
      title: '陈丽华出席活动',
      body: '陈丽华出席活动。',
      people: ['name:陈丽华'],
      agency: ['name:海港通讯'],
    }),
    documentOf({
      id: 'coast',
      title: 'Tide tables',
      body: 'The tide tables are out.',
      agency: ['name:Northern Tide Radio'],
      people: ['name:anneliese oberhofer'],
      dateline: { place: 'name:PORT HALLOW', printed: 'PORT HALLOW', date: null },
    }),
    documentOf({
      id: 'coast-capitals',
      title: 'Tide warning',
      body: 'A tide warning is out.',
      agency: ['name:NORTHERN TIDE RADIO'],
    }),
  ]);
}, 180_000);

afterAll(() => service?.stop(), 180_000);

const ask = async (query: Record<string, string>): Promise<SearchResult> => {
  const answer = await fetch(`${service.url}/v1/articles?${new URLSearchParams(query)}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as SearchResult;
};

describe('a surname alone', () => {
  test('goes to whoever the archive names ten times as often as the others, and says whom that leaves out', async () => {
    const { total, expansions, choices } = await ask({ q: 'Clinton' });
    expect(total.count).toBe(12);
    expect(expansions).toMatchObject([
      { q: 'Clinton', person: { id: idOf('Hillary Clinton') }, others: [{ id: idOf('Bill Clinton') }] },
    ]);
    expect(choices[0]?.options.map(({ id, count }) => [id, count])).toEqual([
      [idOf('Hillary Clinton'), 12],
      [idOf('Bill Clinton'), 1],
    ]);
  });

  test('goes to nobody where two are named about as often; each choice finds what it says', async () => {
    const { expansions, choices } = await ask({ q: 'Bush' });
    expect(expansions).toEqual([]);
    expect(choices[0]?.options.map(({ count }) => count)).toEqual([4, 3]);
    for (const { count, url } of choices[0]?.options ?? []) {
      const { total } = await ask(Object.fromEntries(new URLSearchParams(url.split('?')[1])));
      expect(total.count).toBe(count);
    }
  });

  test('goes to nobody where people without a record bear it as often', async () => {
    expect((await ask({ q: 'Merkel' })).expansions).toEqual([]);
  });

  test.each(['Biden', 'Biden speech', 'President Biden', 'Biden Washington'])(
    'is read as one in %s',
    async (q) => {
      expect((await ask({ q })).expansions).toMatchObject([{ person: { id: idOf('Joe Biden') } }]);
    },
  );

  test.each(['Beau Biden', 'Hunter Biden', 'Biden Foundation', 'Peng Liyuan', 'Washington', 'Peng'])(
    'is no name of its own in %s',
    async (q) => {
      expect((await ask({ q })).expansions).toEqual([]);
    },
  );
});

test('choices of a parameter count under the other filters', async () => {
  const { choices } = await ask({ person: 'Clinton', lang: 'ru' });
  expect(choices[0]?.options.map(({ count }) => count)).toEqual([0, 0]);
  const walked = await ask({ person: 'Clinton', cursor: '*' });
  expect(walked.choices[0]?.options.map(({ count }) => count)).toEqual([12, 1]);
});

describe('what has no record is found by its printed name, in any letter case', () => {
  test.each<[Record<string, string>, string[]]>([
    [{ agency: 'Northern Tide Radio' }, ['coast', 'coast-capitals']],
    [{ agency: 'northern tide radio' }, ['coast', 'coast-capitals']],
    [{ agency: 'name:northern tide radio' }, ['coast', 'coast-capitals']],
    [{ q: 'agency:"NORTHERN tide Radio"' }, ['coast', 'coast-capitals']],
    [{ agency: '海港通讯' }, ['zh']],
    [{ place: 'Port Hallow' }, ['coast']],
    [{ q: 'place:"port hallow" tide' }, ['coast']],
    [{ person: 'Anneliese OBERHOFER' }, ['coast']],
  ])('%o', async (query, ids) => {
    const { results, total } = await ask(query);
    expect(results.map(({ id }) => id).sort()).toEqual(ids);
    expect(total.count).toBe(ids.length);
  });

  test('and its facet counts what was chosen', async () => {
    const { facets } = await ask({ agency: 'NORTHERN TIDE radio' });
    const chosen = facets.agency?.options.filter(({ selected }) => selected) ?? [];
    expect(chosen.map(({ count }) => count)).toEqual([2, 2]);
  });
});

const list = z.object({
  results: z.array(z.object({ id: z.string(), articles: z.number(), how: z.string(), score: z.number() })),
});

describe('the list of people', () => {
  const people = async (q: string) => {
    const answer = await fetch(`${service.url}/v1/people?${new URLSearchParams({ q })}`);
    expect(answer.status).toBe(200);
    return list.parse(await answer.json()).results;
  };

  test.each([
    ['陈丽华', 'name:陈丽华', 'exact'],
    ['陳麗華', 'name:陈丽华', 'exact'],
    ['chen lihua', 'name:陈丽华', 'sound'],
    ['Anneliese Oberhofer', 'name:anneliese oberhofer', 'exact'],
    ['Oberhofer, Anneliese', 'name:anneliese oberhofer', 'order'],
    ['oberho', 'name:anneliese oberhofer', 'partial'],
  ])('%s finds who has no record', async (q, id, how) => {
    expect(await people(q)).toMatchObject([{ id, how, articles: 1 }]);
  });

  test('recorded and unrecorded ones stand together, the surest and the most named first', async () => {
    const found = await people('Biden');
    expect(found.map(({ id }) => id)).toEqual(['name:beau biden', idOf('Joe Biden')]);
    expect(await people('.*[')).toEqual([]);
  });
});
