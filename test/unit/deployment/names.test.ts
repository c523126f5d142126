import { expect, test } from '@jest/globals';
import { languages } from '../../../languages/index.ts';
import { indexNames } from '../../../mappings/names.ts';
import { requiredIndices } from '../../../mappings/required.ts';

test('every index of an installation is its own, and none of one whose prefix begins as its own does', () => {
  const [own, staging] = [indexNames('dateline'), indexNames('dateline-staging')];
  for (const { name } of requiredIndices(own, languages, new Date())) {
    expect([name, own.isOwn(name)]).toEqual([name, true]);
    expect([name, staging.isOwn(name)]).toEqual([name, false]);
  }
  for (const { name } of requiredIndices(staging, languages, new Date()))
    expect([name, own.isOwn(name)]).toEqual([name, false]);
});
