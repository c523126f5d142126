import { describe, expect, test } from '@jest/globals';
import { loadPeople } from '../../../authorities/people/index.ts';
import { nameTokens } from '../../../authorities/people/matching/normalize-name.ts';
import { slavicSpellings } from '../../../authorities/people/matching/spellings/cyrillic.ts';

describe('Slavic names in the habits of other languages', () => {
  test.each([
    ['Зеленський', ['selenskyj', 'zelensky', 'zelenskyj', 'zelenski']],
    ['Лукашэнка', ['lukaschenka', 'loukachenka', 'lukaszenka', 'loekasjenka']],
    ['Горбачёв', ['gorbatschow', 'gorbatchov', 'gorbachov', 'gorbaczow']],
    ['Путин', ['putin', 'poutine', 'poetin']],
    ['Навальный', ['nawalny', 'navalny', 'navalni', 'navalnyj']],
    ['Медведев', ['medwedew', 'miedwiediew']],
  ])('%s', (name, expected) => {
    const found = slavicSpellings(nameTokens(name)).map((tokens) => tokens.join(' '));
    expect(found).toEqual(expect.arrayContaining(expected));
  });

  test.each(['Putin', '习近平', 'Путин Putin', ''])('none of %j', (name) => {
    expect(slavicSpellings(nameTokens(name))).toEqual([]);
  });

  test.each(['Selenskyj', 'Zełenski', 'Wolodymyr Selenskyj'])('%s is found by it', (name) => {
    expect(loadPeople().findByName(name)[0]?.id).toBe('dl:volodymyr-zelenskyy');
  });
});
