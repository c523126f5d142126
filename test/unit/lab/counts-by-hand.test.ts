import { describe, expect, test } from '@jest/globals';
import { readByHand } from '../../../lab/evaluate/counts/by-hand.ts';

const lemmas = (list: Readonly<Record<string, string[]>>) =>
  new Map(Object.entries(list).map(([form, of]) => [form, new Set(of)]));

const count = (
  language: string,
  bodies: readonly string[],
  term: string,
  list: Readonly<Record<string, string[]>> = {},
) => {
  const texts = bodies.map((body) => ({ id: body, language, title: '', body }));
  const { expected, allowed } = readByHand(language, texts, lemmas(list))(term);
  return { expected: [...expected], beside: [...allowed].filter((id) => !expected.has(id)) };
};

describe('what a search should find, counted by hand', () => {
  test('a word and its forms; a compound may be found and need not be', () => {
    const list = { wahl: ['wahl'], wahlen: ['wahl'] };
    expect(count('de', ['die Wahlen', 'der Wahlkreis', 'das Amt'], 'Wahl', list)).toEqual({
      expected: ['die Wahlen'],
      beside: ['der Wahlkreis'],
    });
  });

  test('what is written onto Arabic words', () => {
    expect(count('ar', ['وقالت', 'قالت', 'كتب'], 'قالت').expected).toEqual(['وقالت', 'قالت']);
  });

  test('Vietnamese words without marks stand for all marks, with marks for themselves', () => {
    expect(count('vi', ['Hà Nội', 'ha noi'], 'ha noi').expected).toEqual(['Hà Nội', 'ha noi']);
    expect(count('vi', ['Hà Nội', 'ha noi'], 'hà nội').expected).toEqual(['Hà Nội']);
  });

  test('runs of signs, numerals as digits, and Korean words with a space inside', () => {
    expect(count('ja', ['第2次', '第次'], '第二次').expected).toEqual(['第2次']);
    expect(count('ko', ['두시간', '두 시간', '시간'], '두시간')).toEqual({
      expected: ['두시간'],
      beside: ['두 시간'],
    });
  });
});
