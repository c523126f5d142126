import { expect, test } from '@jest/globals';
import {
  latinFromCyrillic,
  scriptsSpelled,
  spelledByEar,
} from '../../../authorities/people/matching/spell-by-ear.ts';

const spelled = (name: string, language: string): readonly string[] =>
  spelledByEar(name, language)
    .slice(0, 4)
    .map(({ text }) => text);

test.each([
  ['Lagos', 'ru', 'Лагос'],
  ['Bakhmut', 'ru', 'Бахмут'],
  ['Kinshasa', 'ar', 'كينشاسا'],
  ['Mumbai', 'he', 'מומבאי'],
  ['Karachi', 'ja', 'カラチ'],
])('%s in %s may be %s', (name, language, expected) => {
  expect(spelled(name, language)).toContain(expected);
});

test('a Hebrew name ends in the form of its last letter', () => {
  expect(spelled('Bergen', 'he').some((text) => /ן$/u.test(text))).toBe(true);
});

test('a Russian name is spelled in Latin letters', () => {
  expect(latinFromCyrillic('Лагос')[0]?.text).toBe('Lagos');
});

test('chances are shares, the best first', () => {
  for (const language of scriptsSpelled) {
    const chances = spelledByEar('Kandahar', language).map(({ chance }) => chance);
    expect(chances).toEqual(chances.toSorted((one, other) => other - one));
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
  }
});

test.each(['', 'x', 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch', 'Привет'])(
  'a word that is no Latin name is not spelled: %j',
  (word) => {
    for (const language of scriptsSpelled) expect(spelledByEar(word, language)).toEqual([]);
  },
);
