import { expect, test } from '@jest/globals';
import { readQuery } from '../../../api/params/read.ts';
import { InvalidParameters } from '../../../domain/errors.ts';

test('values of a name stay in their order; a name may be called as a property of objects', () => {
  const written = readQuery(new URLSearchParams('q=a&person=x&q=b&__proto__=c'));
  expect(Object.entries(written)).toEqual([
    ['q', ['a', 'b']],
    ['person', ['x']],
    ['__proto__', ['c']],
  ]);
});

test('a query of more than 1000 values is refused, whatever they are', () => {
  expect(readQuery(new URLSearchParams('q&'.repeat(1000))).q).toHaveLength(1000);
  for (const query of ['q&'.repeat(1001), Array.from({ length: 1001 }, (_, at) => `p${at}`).join('&')])
    expect(() => readQuery(new URLSearchParams(query))).toThrow(InvalidParameters);
});
