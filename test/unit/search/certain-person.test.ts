import { describe, expect, test } from '@jest/globals';
import { certainPerson } from '../../../api/search/certain-person.ts';
import { loadAuthorities } from '../../../authorities/load.ts';

describe('the person whom a surname names', () => {
  const authorities = loadAuthorities();
  const alone = { before: undefined, behind: undefined };

  test.each([
    ['Selenskyj', 'dl:volodymyr-zelenskyy'],
    ['Zełenski', 'dl:volodymyr-zelenskyy'],
    ['Poutine', 'dl:vladimir-putin'],
  ])('%s', (name, id) => {
    expect(certainPerson(name, alone, authorities)).toBe(id);
  });
});
