import { expect, test } from '@jest/globals';
import { searchSchema } from '../../../api/params/search.ts';
import { MOST_NAMES } from '../../../api/search/filters.ts';
import { understand } from '../../../api/search/understand.ts';
import { loadAuthorities } from '../../../authorities/load.ts';
import { InvalidParameters, InvalidQuery } from '../../../domain/errors.ts';

const authorities = loadAuthorities();
const [first, last] = [
  'Wang Li Zhang John Maria Sergei Ivan Mohammed Abdul Hassan José Pierre Hans Anna'.split(' '),
  'Yi Keqiang Wei Smith Lavrov Ivanov Petrov Rahman Hussein Ali García Dupont Müller Schmidt'.split(' '),
];
/** Most have no record, so they are compared by their sounds. */
const names = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${first[n % 14]} ${last[(n * 5 + Math.floor(n / 14)) % 14]}`);
const fieldsOf = (values: readonly string[]): string => values.map((name) => `person:"${name}"`).join(' OR ');
const read = (given: { readonly person?: string[]; readonly q?: string }) =>
  understand({ ...searchSchema.parse({ person: given.person ?? [] }), q: given.q }, authorities);

const caught = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

test('a filter takes 20 names of people, and 50 ids', () => {
  const ids = Array.from({ length: 30 }, (_, n) => `Q${n + 1}`);
  expect(read({ person: [...ids, ...names(MOST_NAMES)] }).filters).toHaveLength(1);
  const refused = caught(() => read({ person: names(MOST_NAMES + 1) }));
  expect(refused).toBeInstanceOf(InvalidParameters);
  expect(refused).toMatchObject({
    problems: [{ parameter: 'person', detail: 'holds more than 20 names; ids may be more' }],
  });
});

test('so does a query, which says where the first of the others stands', () => {
  expect(read({ q: fieldsOf(names(MOST_NAMES)) }).query).not.toBeNull();
  const q = fieldsOf(names(MOST_NAMES + 1));
  const refused = caught(() => read({ q }));
  expect(refused).toBeInstanceOf(InvalidQuery);
  expect(refused).toMatchObject({
    position: q.lastIndexOf('person:'),
    expected: 'at most 20 names of people',
  });
});
