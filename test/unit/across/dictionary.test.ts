import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { searchAcross } from '../../../api/across/index.ts';
import { limitUnits, searchedUnit, withParts } from '../../../api/across/limits.ts';
import type { Rendering } from '../../../api/across/rendering.ts';
import { alternativesOf, openDictionary } from '../../../api/across/renderings.ts';
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
    ['Ölpreis', 'de', 'en', ['öl', 'preis']],
    ['steigende Weizenexporte', 'de', 'ru', ['steigende', 'weizen', 'exporte']],
    ['tarweprijs', 'nl', 'en', ['tarwe', 'prijs']],
    ['Waffenstillstand', 'de', 'en', ['Waffenstillstand']],
    ['Staatsanwaltschaft', 'de', 'en', ['Staatsanwaltschaft']],
    ['oilprice', 'en', 'de', ['oilprice']],
    ["ministre de l'éducation", 'fr', 'en', ['ministre', 'éducation']],
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

describe('names without an entry', () => {
  const unitIn = (text: string, source: string, target: string) => {
    const dictionary = openDictionary(lexicon, source, target);
    return dictionary ? unitsOf(text, dictionary, isSmallIn(source))[0]?.renderings : undefined;
  };
  const termsOf = (...asked: Parameters<typeof unitIn>) => unitIn(...asked)?.map(({ text }) => text);

  test('are spelled by their sound in another script, and searched as they are written, too', () => {
    expect(termsOf('Zalmurov', 'en', 'ru')).toEqual(expect.arrayContaining(['Залмуров', 'Zalmurov']));
    expect(termsOf('Zalmurov', 'de', 'ar')?.length).toBeGreaterThan(1);
    expect(termsOf('Залмуров', 'ru', 'en')).toContain('Zalmurov');
    expect(unitIn('Zalmurov', 'en', 'ru')?.[0]).toMatchObject({ weight: 1, gloss: 'by sound' });
  });

  test.each([
    ['words with a small letter', 'zalmurov', 'en', 'ru'],
    ['acronyms', 'ZLMRV', 'en', 'ru'],
    ['short words', 'Zal', 'en', 'ru'],
    ['the same script', 'Zalmurov', 'en', 'de'],
  ])('%s are not', (_what, text, source, target) => {
    expect(termsOf(text, source, target)).toEqual([]);
  });

  test('a query spells three of them', () => {
    const dictionary = openDictionary(lexicon, 'en', 'ru');
    const names = ['Zalmurov', 'Zelmurov', 'Zilmurov', 'Zolmurov', 'Zalmurov'];
    const counts = names.map((name) => dictionary?.soundsOf(name).length ?? 0);
    expect(counts.map((count) => count > 0)).toEqual([true, true, true, false, true]);
  });
});

test.each([
  ['ministers discussed the budget', 'en'],
  ['nuclear talks', 'en'],
  ['prix du pain', 'fr'],
  ['переговоры', 'ru'],
  ['Haushalt Verhandlung', 'de'],
  ['核谈判恢复', 'zh'],
  ['Ölpreis', 'de'],
])('the language of “%s” is %s', (text, expected) => {
  expect(sourceOf(text, lexicon, [])).toBe(expected);
});

test("a query that no dictionary knows is in the reader's language", () => {
  expect(sourceOf('Qxyzzyq', lexicon, ['fr'])).toBe('fr');
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

test('neighbours whose translations stand together rank higher, and none has to', () => {
  const clauseOf = (text: string, match: 'all' | 'any') =>
    searchAcross(
      { kind: 'word', text, field: null, span: { start: 0, end: text.length } },
      { match, idsOf: () => [], personOf: () => null, wordsClause: () => ({ match_all: {} }) },
      { source: 'en', targets: ['ru'], lexicon, without: [], indexOf: (language) => language },
    ).clauses[0];
  const beside = (boost: number) => ({ intervals: { body: { boost, all_of: { ordered: false } } } });
  expect(clauseOf('oil price', 'all')).toMatchObject({ bool: { must: [{}, {}], should: [beside(12)] } });
  // More than a few words, or any of them, are a question rather than a term.
  expect(clauseOf('oil price', 'any')).toMatchObject({ bool: { should: [beside(1.5)] } });
  expect(clauseOf('oil price war minister', 'all')).toMatchObject({
    bool: { should: [beside(1.5), beside(1.5), beside(1.5)] },
  });
});

describe('limits', () => {
  const rendering = (text: string, weight: number, zipf = 4): Rendering => ({
    text,
    weight,
    zipf,
    gloss: '',
  });
  const unit = (name: string, language: string, zipf = 4) =>
    searchedUnit(
      {
        text: name,
        renderings: Array.from({ length: 20 }, (_one, at) => rendering(`${name}${at}`, 1 / (at + 1), zipf)),
      },
      language,
    );
  const termsOf = (limited: ReturnType<typeof limitUnits>): string[] =>
    limited.flatMap(({ units }) =>
      withParts(units).flatMap(({ alternatives }) => alternatives.map(({ text }) => text)),
    );

  test('keep the best rendering of every unit, then the weightiest', () => {
    const limited = limitUnits([
      { language: 'de', units: Array.from({ length: 40 }, (_one, at) => unit(`d${at}x`, 'de')) },
      { language: 'ru', units: Array.from({ length: 10 }, (_one, at) => unit(`r${at}x`, 'ru')) },
    ]);
    expect(termsOf(limited)).toHaveLength(300);
    expect(
      limited.every(({ units }) =>
        units.every(({ alternatives }) => alternatives.length > 0 && alternatives.length <= 12),
      ),
    ).toBe(true);
    expect(limited.map(({ dropped }) => dropped > 0)).toEqual([true, true]);
  });

  test('leave out the commonest words, the same in every language, where there are more of them than terms', () => {
    const codes = ['de', 'ru', 'fr', 'es'];
    const words = Array.from({ length: 100 }, (_one, at) => `w${at}x`);
    const limited = limitUnits(
      codes.map((language) => ({
        language,
        units: words.map((word, at) => unit(word, language, 2 + at / 25)),
      })),
    );
    expect(termsOf(limited)).toHaveLength(300);
    for (const { units, dropped } of limited) {
      expect(units.map(({ text }) => text)).toEqual(words);
      expect(units.filter(({ alternatives }) => alternatives.length > 0).map(({ text }) => text)).toEqual(
        words.slice(0, 75),
      );
      expect(dropped).toBe(100 * 20 - 75);
    }
  });

  test('keep the words of a phrase all or none', () => {
    const phrases = Array.from({ length: 200 }, (_one, at) =>
      searchedUnit(
        {
          text: `p${at}`,
          renderings: [rendering(`p${at}`, 1)],
          parts: ['a', 'b', 'c'].map((name) => ({ text: name, renderings: [rendering(name, 1)] })),
        },
        'de',
      ),
    );
    const [limited] = limitUnits([{ language: 'de', units: phrases }]);
    const parts = limited?.units.map((one) => one.parts.length) ?? [];
    expect(parts.filter((length) => length === 3)).toHaveLength(33);
    expect(parts.filter((length) => length !== 3 && length !== 0)).toEqual([]);
    expect(termsOf(limited ? [limited] : [])).toHaveLength(299);
  });
});

test('a word that stands twice in a query is asked for once', () => {
  const clauseOf = (text: string) =>
    JSON.stringify(
      searchAcross(
        { kind: 'word', text, field: null, span: { start: 0, end: text.length } },
        { match: 'all', idsOf: () => [], personOf: () => null, wordsClause: () => ({ match_all: {} }) },
        { source: 'en', targets: ['fr'], lexicon, without: [], indexOf: (language) => language },
      ).clauses[0],
    );
  expect(clauseOf('war war war').split('"guerre"')).toHaveLength(clauseOf('war').split('"guerre"').length);
});

test('a required word that the limits leave out finds nothing in translation; any of the words still find', () => {
  const text = Array.from(
    { length: 60 },
    (_one, at) => ['war', 'peace', 'bread', 'price', 'river'][at % 5],
  ).join(' ');
  const clauses = (match: 'all' | 'any') =>
    searchAcross(
      { kind: 'word', text, field: null, span: { start: 0, end: text.length } },
      { match, idsOf: () => [], personOf: () => null, wordsClause: () => ({ match_all: {} }) },
      { source: 'en', targets: lexicon.languages, lexicon, without: [], indexOf: (language) => language },
    ).clauses.map((clause) => Object.keys(clause)[0]);
  expect(new Set(clauses('all'))).toEqual(new Set(['match_none']));
  expect(clauses('any')).not.toContain('match_none');
});

describe('lists of our own', () => {
  const folder = join(import.meta.dirname, '../../../authorities/words/own');

  test.each(readdirSync(folder))('%s: every word once, with its translations', (name) => {
    const lines = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
    const words = lines.map((line) => line.split('\t')[0]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    expect(lines.filter((line) => !/^[^\t]+\t[^\t|]+(\|[^\t|]+)*$/u.test(line))).toEqual([]);
  });

  test.each([
    ['export', 'en', 'es', 'exportación'],
    ['exportación', 'es', 'en', 'export'],
    ['oposición', 'es', 'en', 'opposition'],
    ['monetary policy', 'en', 'de', 'Geldpolitik'],
    ['terrorist', 'en', 'ru', 'террорист'],
    ['refugees', 'en', 'zh', '难民'],
    ['interest rates', 'en', 'tr', 'faiz oranları'],
  ])('reach the table: %s, %s-%s: %s', (word, source, target, term) => {
    expect(renderingsOf(word, source, target)).toContain(term);
  });
});
