import { describe, expect, test } from '@jest/globals';
import { searchAcross } from '../../../api/across/index.ts';
import { limitUnits } from '../../../api/across/limits.ts';
import { alternativesOf } from '../../../api/across/reading.ts';
import { openDictionary, type Rendering } from '../../../api/across/renderings.ts';
import { isSmallIn } from '../../../api/across/small-words.ts';
import { sourceOf } from '../../../api/across/source.ts';
import { unitsOf } from '../../../api/across/units.ts';
import { foldWord, loadLexicon } from '../../../authorities/words/index.ts';
import { formatLine, readWordTable, sectionNames, writeTerms } from '../../../authorities/words/table.ts';

const lexicon = loadLexicon();

const textsOf = (text: string, source: string, target: string): string[] => {
  const dictionary = openDictionary(lexicon, source, target);
  if (!dictionary) throw new Error(`no dictionary ${source}-${target}`);
  return unitsOf(text, dictionary, isSmallIn(source)).map((unit) => unit.text);
};
const renderingsOf = (text: string, source: string, target: string): string[] =>
  openDictionary(lexicon, source, target)
    ?.look(text.split(' '))
    .map((rendering) => rendering.text) ?? [];

describe('tables', () => {
  const table = () => {
    const terms = writeTerms([
      { text: 'берег', weight: 1, zipf: 4.5, gloss: 'edge of a river' },
      { text: 'банк', weight: 0.4, zipf: 5, gloss: 'institution' },
    ]);
    const lines = [
      formatLine('ru'),
      `${sectionNames[0]} 2`,
      `bank\t${terms}`,
      'zebra\tзебра;100;30;',
      `${sectionNames[1]} 0`,
      `${sectionNames[2]} 1`,
      'берега\tберег|берега́',
    ];
    return Buffer.from(`${lines.join('\n')}\n`);
  };

  test('give back what was written', () => {
    const { fromEnglish, toEnglish, lemmas } = readWordTable(table(), 'ru');
    expect(fromEnglish('bank')).toEqual([
      { text: 'берег', weight: 1, zipf: 4.5, gloss: 'edge of a river' },
      { text: 'банк', weight: 0.4, zipf: 5, gloss: 'institution' },
    ]);
    expect(fromEnglish('zebra')).toHaveLength(1);
    expect(['', 'a', 'ban', 'banks', 'zz'].flatMap(fromEnglish)).toEqual([]);
    expect(toEnglish('берег')).toEqual([]);
    expect(lemmas('берега')).toEqual(['берег', 'берега́']);
  });

  test('of another format or language are refused', () => {
    expect(() => readWordTable(table(), 'uk')).toThrow('another format');
    expect(() => readWordTable(Buffer.from(`${formatLine('ru')}\nnonsense 0\n`), 'ru')).toThrow(
      'lacks its section',
    );
  });

  test('are asked by folded words', () => {
    expect(foldWord('İstanbul’da', 'tr')).toBe("istanbul'da");
    expect(foldWord('مُفَاوَضَات', 'ar')).toBe('مفاوضات');
  });
});

describe('looking up', () => {
  test.each([
    ['talks', 'en', 'ru', 'переговоры'],
    ['negotiating', 'en', 'de', 'verhandeln'],
    ['countries', 'en', 'es', 'país'],
    ['prime minister', 'en', 'de', 'Premierminister'],
    ['переговорах', 'ru', 'en', 'negotiation'],
    ['谈判', 'zh', 'en', 'negotiate'],
    ['Krieg', 'de', 'ru', 'война'],
    ['Beijing', 'en', 'ar', 'بكين'],
  ])('%s, %s to %s, is among others %s', (text, source, target, expected) => {
    expect(renderingsOf(text, source, target)).toContain(expected);
  });

  test('there is no dictionary into the same language or an unknown one', () => {
    expect(openDictionary(lexicon, 'en', 'en')).toBeNull();
    expect(openDictionary(lexicon, 'en', 'xx')).toBeNull();
  });
});

describe('units', () => {
  test.each([
    ['the price of bread', 'en', 'fr', ['price', 'bread']],
    ['the United States', 'en', 'de', ['United States']],
    ['国家安全会议', 'zh', 'en', ['国家安全', '会议']],
    ['Qxyzzy visit', 'en', 'de', ['Qxyzzy', 'visit']],
    ['', 'en', 'de', []],
  ])('%s (%s to %s)', (text, source, target, expected) => {
    expect(textsOf(text, source, target)).toEqual(expected);
  });

  test('what may be a name is also searched as it is written, in the same script', () => {
    const unit = { text: 'Paris', renderings: [{ text: 'Parigi', weight: 1, zipf: 4, gloss: '' }] };
    expect(alternativesOf(unit, 'it').map(({ text }) => text)).toEqual(['Parigi', 'Paris']);
    const greek = { text: 'Paris', renderings: [{ text: 'Παρίσι', weight: 1, zipf: 4, gloss: '' }] };
    expect(alternativesOf(greek, 'el')).toHaveLength(1);
  });
});

test.each([
  ['ministers discussed the budget', 'en'],
  ['nuclear talks', 'en'],
  ['prix du pain', 'fr'],
  ['переговоры', 'ru'],
  ['Haushalt Verhandlung', 'de'],
  ['核谈判恢复', 'zh'],
])('the language of “%s” is %s', (text, expected) => {
  expect(sourceOf(text, lexicon, [])).toBe(expected);
});

test('a phrase is not searched word by word where every rendering of one word was dropped', () => {
  const partsWithout = (without: readonly string[]) =>
    searchAcross(
      { kind: 'word', text: 'nuclear talks', field: null, span: { start: 0, end: 13 } },
      { match: 'all', idsOf: () => [], personOf: () => null, wordsClause: () => ({ match_all: {} }) },
      { source: 'en', targets: ['ru'], lexicon, without, indexOf: (language) => language },
    ).languages.flatMap(({ units }) => units.flatMap(({ parts = [] }) => parts.map(({ text }) => text)));
  expect(partsWithout([])).toEqual(['nuclear', 'talks']);
  expect(partsWithout(['ru:ядерный'])).toEqual([]);
});

test('limits keep the best rendering of every unit, then the weightiest', () => {
  const rendering = (text: string, weight: number): Rendering => ({ text, weight, zipf: 4, gloss: '' });
  const unit = (name: string, count: number) => ({
    text: name,
    renderings: Array.from({ length: count }, (_one, at) => rendering(`${name}${at}`, 1 / (at + 1))),
  });
  const limited = limitUnits([
    { language: 'de', units: Array.from({ length: 40 }, (_one, at) => unit(`d${at}`, 20)) },
    { language: 'ru', units: Array.from({ length: 10 }, (_one, at) => unit(`r${at}`, 20)) },
  ]);
  const terms = limited.flatMap(({ units }) => units.flatMap(({ renderings }) => renderings));
  expect(terms).toHaveLength(300);
  expect(
    limited.every(({ units }) =>
      units.every(({ renderings }) => renderings.length > 0 && renderings.length <= 12),
    ),
  ).toBe(true);
  expect(limited.map(({ dropped }) => dropped > 0)).toEqual([true, true]);
});
