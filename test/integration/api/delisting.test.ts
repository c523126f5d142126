import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mounted } from '../../../api/mounted.ts';
import { createEditedAuthority } from '../../../authorities/people/edited.ts';
import { listedPeople } from '../../../authorities/people/listed.ts';
import type { DocumentPerson } from '../../../domain/document.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;
const edited = createEditedAuthority();

const mentionOf = (id: string, name: string): DocumentPerson => ({ id, name, roles: [], mentions: [] });

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'und'], mounted, people: listedPeople(edited.people) });
  await service.index([
    documentOf({
      id: 'talks',
      title: 'Harbour talks',
      body: 'Three people met.',
      people: ['dl:angela-merkel', 'name:zebulon harrington', 'name:olga open'],
      mentions: [
        mentionOf('dl:angela-merkel', 'A. Merkel'),
        mentionOf('name:zebulon harrington', 'Zebulon Harrington'),
        mentionOf('name:olga open', 'Olga Open'),
      ],
    }),
    documentOf({
      id: 'unlinked',
      title: 'Harbour',
      body: 'Met.',
      people: ['name:angela merkel'],
      authors: ['name:zebulon harrington'],
    }),
    // The same names as other senders and languages print them.
    documentOf({
      id: 'forms',
      title: 'Harbour',
      people: [
        'name:dr zebulon harrington',
        'name:harrington zebulon',
        'name:Foreign Minister Zébulon Harrington',
        'name:dr angela merkel',
        'name:merkel angela',
        'name:юлия петрова',
        'name:петрова юлия',
        'name:юлию петрову',
        'name:юлия ивановна петрова',
        'name:張偉明',
        'name:zelda harrington',
      ],
    }),
    documentOf({ id: 'words', title: 'Speech', body: 'Then Angela Merkel spoke.' }),
    ...Array.from({ length: 11 }, (_, n) =>
      documentOf({ id: `pier${n}`, title: 'Pier', authors: [`name:writer ${n}`, 'name:zebulon harrington'] }),
    ),
  ]);
}, 120_000);

afterAll(() => service?.stop(), 60_000);

const ask = async (path: string) => {
  const response = await fetch(`${service.url}${path}`);
  return { status: response.status, text: await response.text() };
};

const lists = [
  '/v1/articles?q=harbour&facets=person',
  '/v1/articles/talks',
  '/articles/talks',
  '/?q=harbour',
  '/v1/articles.csv?q=harbour',
  '/v1/articles.atom?q=harbour',
  '/v1/export?q=harbour',
  '/v1/facets/person',
  '/v1/timeline?q=harbour&timeline-by=person',
  '/v1/suggest?q=Ang',
  '/v1/suggest?q=Zeb',
  '/v1/articles?q=Angla%20Merkl',
  '/v1/suggest?q=Angela%20Mer',
  '/v1/people?q=Merkel',
  '/v1/people?q=Harrington',
  '/v1/people?q=%D0%9F%D0%B5%D1%82%D1%80%D0%BE%D0%B2%D0%B0',
  '/v1/people/name:olga%20open',
];
const leaking = async (): Promise<string[]> => {
  const found = await Promise.all(
    lists.map(async (path) => [path, (await ask(path)).text.toLowerCase()] as const),
  );
  return found.flatMap(([path, text]) =>
    /merkel|z[eé]bulon|петров|張偉明/.test(withoutEcho(text)) ? [path] : [],
  );
};
/** The query itself is repeated. */
const withoutEcho = (text: string): string => text.replaceAll('q=merkel', '').replaceAll('"q":"zeb"', '');
const totalOf = async (query: string): Promise<unknown> =>
  JSON.parse((await ask(`/v1/articles?${query}`)).text).total.count;

test('who is delisted has no page, suggestion, facet value or search; an undo brings all back', async () => {
  expect((await leaking()).length).toBeGreaterThan(9);
  expect((await ask('/v1/people/dl:angela-merkel')).status).toBe(200);
  const delist = (number: number, id: string) => ({ number, value: { action: 'delist', id } });
  const edits = [
    delist(1, 'dl:angela-merkel'),
    delist(2, 'name:zebulon harrington'),
    delist(3, 'name:Юлия Петрова'),
    delist(4, 'name:张伟明'),
  ];
  expect(edited.apply(edits)).toEqual([]);
  expect(await leaking()).toEqual([]);
  for (const id of [
    'dl:angela-merkel',
    'name:angela%20merkel',
    'name:zebulon%20harrington',
    'name:Harrington,%20Zebulon',
  ])
    for (const path of ['/v1/people', '/people']) expect((await ask(`${path}/${id}`)).status).toBe(404);
  const otherLetters = ['name:Zebulon  Harrington', 'name:ＺＥＢＵＬＯＮ Harrington', 'name:Angela MERKEL'];
  const names = ['dl:angela-merkel', 'Angela Merkel', 'name:angela merkel', 'Zebulon Harrington'];
  const otherForms = [
    'Dr. Zebulon Harrington',
    'Harrington, Zebulon',
    'name:Harrington, Zebulon',
    'name:dr zebulon harrington',
    'name:foreign minister zebulon harrington',
    'name:merkel angela',
    'name:юлию петрову',
    'name:юлия ивановна петрова',
    'name:張偉明',
  ];
  for (const person of [...names, ...otherLetters, ...otherForms])
    for (const facet of ['person', 'author'])
      expect([person, await totalOf(new URLSearchParams({ [facet]: person }).toString())]).toEqual([
        person,
        0,
      ]);
  expect(await totalOf(new URLSearchParams({ q: 'person:"Angela Merkel"' }).toString())).toBe(0);
  expect(await totalOf(new URLSearchParams({ q: 'author:"Zebulon Harrington"' }).toString())).toBe(0);
  // Whoever is delisted takes nobody's place among the ten.
  const split = await ask('/v1/timeline?q=pier&timeline-by=author');
  expect(JSON.parse(split.text).series).toHaveLength(1 + 10);
  // Others with the same surname are others.
  for (const id of ['name:olga%20open', 'name:zelda%20harrington'])
    expect(await totalOf(`person=${id}`)).toBe(1);
  expect(await totalOf('q=harbour')).toBe(3);

  edited.apply([{ number: 5, value: { action: 'undo', edit: 1 } }]);
  expect((await ask('/v1/people/dl:angela-merkel')).status).toBe(200);
  expect(await totalOf('person=dl:angela-merkel')).toBe(1);
});

test('nobody unknown can be delisted', () => {
  expect(edited.apply([{ number: 6, value: { action: 'delist', id: 'Q99999999999' } }])).toHaveLength(1);
});
