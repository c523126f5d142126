import { expect, test } from '@jest/globals';
import { foldQuery } from '../../../authorities/words/fold.ts';

test.each([
  ['  Élections? ', 'élections'],
  ['“Ｇ２０”', '“g20”'],
  ['... !', ''],
  ['the U.N.', 'the u.n'],
])('%j is %j', (typed, folded) => {
  expect(foldQuery(typed)).toBe(folded);
});

test('a long run of signs does not end within minutes if each place in it is tried', () => {
  expect(foldQuery(`a ${`${'⁗'.repeat(150)} `.repeat(500)}b`)).toMatch(/^a .*b$/);
});
