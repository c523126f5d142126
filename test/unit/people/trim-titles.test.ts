import { describe, expect, test } from '@jest/globals';
import { trimAttachedTitles, trimTitles } from '../../../chain/enrich/people/correct/trim-titles.ts';

/** The whole text, up to `rest`, as one name. */
const span = (text: string, rest = ''): { start: number; end: number }[] => [
  { start: 0, end: text.length - rest.length },
];
const cut = (text: string, [found]: readonly { start: number; end: number }[]): string =>
  text.slice(found?.start, found?.end);

describe('titles taken for a part of a name', () => {
  test.each([
    ['Mr. Miller', 'Miller'],
    ['Dr Prof. Anna Weber', 'Anna Weber'],
    ['Don Miller', 'Don Miller'],
    ['Mr.', 'Mr.'],
    ['Марина', 'Марина'],
  ])('%s: %s', (printed, name) => {
    expect(cut(printed, trimTitles(printed, span(printed)))).toBe(name);
  });

  test('French shortens Monsieur and Maître as no other language does', () => {
    expect(cut('M. Bernard', trimTitles('M. Bernard', span('M. Bernard'), 'fr'))).toBe('Bernard');
    expect(cut('M. Bernard', trimTitles('M. Bernard', span('M. Bernard'), 'en'))).toBe('M. Bernard');
  });

  test('a title alone is nobody where no capitals tell it from a name', () => {
    expect(trimTitles('الدكتور', span('الدكتور'), 'ar')).toEqual([]);
    expect(trimAttachedTitles('조정관', span('조정관'), 'ko')).toEqual([]);
  });

  test.each([
    ['ko', '김철수 의원', '', '김철수'],
    ['ja', '神崎代表', '', '神崎'],
    ['ja', '田中元社長', '', '田中'],
    ['ja', '田中稔元社長', '社長', '田中稔'],
    ['ja', '木村元', '', '木村元'],
    ['zh', '李宗元主席', '主席', '李宗元'],
    ['ja', '林氏', '', '林氏'],
  ])('%s %s, followed by "%s": %s', (language, text, rest, name) => {
    expect(cut(text, trimAttachedTitles(text, span(text, rest), language))).toBe(name);
  });
});
