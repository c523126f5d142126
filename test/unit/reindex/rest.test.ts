import { expect, test } from '@jest/globals';
import { CannotReindex } from '../../../scripts/reindex/outcomes.ts';
import { isSmallRest, refuseLargeRest } from '../../../scripts/reindex/rest.ts';

test('a rest for which writers would wait long is refused with what helps', () => {
  expect([isSmallRest(1000), isSmallRest(1001)]).toEqual([true, false]);
  expect(() => refuseLargeRest(20_000)).not.toThrow();
  expect(() => refuseLargeRest(20_001)).toThrow(CannotReindex);
  expect(() => refuseLargeRest(20_001)).toThrow(/20001 documents are left.*--throttle.*--resume/);
});
