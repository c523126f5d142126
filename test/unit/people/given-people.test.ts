import { expect, test } from '@jest/globals';
import { type PersonRecord, peopleOf } from '../../../authorities/people/index.ts';
import { believePeople } from '../../../chain/enrich/given-people.ts';
import type { LinkedPerson } from '../../../domain/article.ts';

const record = (id: string, ...names: readonly string[]): PersonRecord => ({
  id,
  country: 'PT',
  roles: [],
  names: names.map((form) => ({ form, language: 'en', kind: 'official' })),
});
const people = peopleOf([
  record('Q1', 'Ana Exemplo'),
  record('Q2', 'Rui Modelo'),
  record('Q3', 'João Duplo'),
  record('Q4', 'João Duplo'),
]);
const found: readonly LinkedPerson[] = [
  { id: 'Q1', name: 'Exemplo', linked: true, roles: [], mentions: [{ field: 'body', start: 0, end: 7 }] },
  { id: 'name:iva nome', name: 'Iva Nome', linked: false, roles: [], mentions: [] },
];
const ids = (given: readonly string[] | null | undefined) =>
  believePeople(found, given, { people, language: 'en' }).map(({ id }) => id);
const named = ['Q1', 'name:iva nome'];

test.each([
  ['nothing', undefined, named],
  ['that nobody is named', null, []],
  ['an empty list', [], named],
  [
    'whom the text names too, by id, by name and by the name of no record',
    ['Q1', 'Ana Exemplo', 'IVA NOME'],
    named,
  ],
  ['whom the text does not name, by id and by name, once', ['Q2', 'Rui Modelo'], [...named, 'Q2']],
  ['a name that two people bear', ['João Duplo'], [...named, 'name:joao duplo']],
  ['a name of no record', ['Eva Fora', 'name:eva fora'], [...named, 'name:eva fora']],
  ['a name without a letter', ['—'], named],
])('the sender gives %s', (_, given, expected) => {
  expect(ids(given)).toEqual(expected);
});
