import { randomBytes } from 'node:crypto';
import { Client } from '@elastic/elasticsearch';
import { afterAll, describe, expect, test } from '@jest/globals';

/** What Elasticsearch's reference says that each part makes of a text, in examples that its defaults decide. */
const client = new Client({ node: process.env.TEST_ELASTICSEARCH_URL ?? '' });
const made: string[] = [];

const tokensOf = async (
  analysis: Record<string, unknown>,
  analyzer: Record<string, unknown>,
  text: string,
): Promise<readonly string[]> => {
  const index = `bridge${randomBytes(5).toString('hex')}`;
  made.push(index);
  await client.indices.create({
    index,
    settings: {
      'index.analysis': { ...analysis, analyzer: { under_test: { type: 'custom', ...analyzer } } },
    },
  });
  const { tokens = [] } = await client.indices.analyze({ index, analyzer: 'under_test', text });
  return tokens.map(({ token }) => token);
};

afterAll(async () => {
  for (const index of made) await client.indices.delete({ index });
  await client.close();
});

const filter = (settings: Record<string, unknown>, text: string, tokenizer = 'standard') =>
  tokensOf({ filter: { part: settings } }, { tokenizer, filter: ['part'] }, text);

describe('token filters', () => {
  test.each([
    ['apostrophe', { type: 'apostrophe' }, "Istanbul'a veya Istanbul'dan", ['Istanbul', 'veya', 'Istanbul']],
    ['asciifolding', { type: 'asciifolding' }, 'açaí à la carte', ['acai', 'a', 'la', 'carte']],
    [
      'asciifolding keeps the original where asked',
      { type: 'asciifolding', preserve_original: true },
      'é',
      ['e', 'é'],
    ],
    ['decimal_digit', { type: 'decimal_digit' }, '१ ٢', ['1', '2']],
    ['cjk_bigram', { type: 'cjk_bigram' }, '東京都は、日本', ['東京', '京都', '都は', '日本']],
    [
      'cjk_bigram leaves scripts out',
      { type: 'cjk_bigram', ignored_scripts: ['hangul'] },
      '東京 서울',
      ['東京', '서울'],
    ],
    ['cjk_width', { type: 'cjk_width' }, 'ｼｰｻｲﾄﾞﾗｲﾅｰ', ['シーサイドライナー']],
    [
      'dictionary_decompounder',
      { type: 'dictionary_decompounder', word_list: ['Donau', 'dampf', 'meer', 'schiff'] },
      'Donaudampfschiff',
      ['Donaudampfschiff', 'Donau', 'dampf', 'schiff'],
    ],
    [
      'elision',
      { type: 'elision', articles_case: true, articles: ['l', 'm', 't', 'qu', 'n', 's', 'j'] },
      "J'examine près du wharf l'avion",
      ['examine', 'près', 'du', 'wharf', 'avion'],
    ],
    ['lowercase, Greek', { type: 'lowercase', language: 'greek' }, 'Ελλάδας', ['ελλαδασ']],
    ['lowercase, Turkish', { type: 'lowercase', language: 'turkish' }, 'IĞDIR İzmir', ['ığdır', 'izmir']],
    [
      'stemmer, English by default Porter',
      { type: 'stemmer' },
      'the foxes jumping quickly',
      ['the', 'fox', 'jump', 'quickli'],
    ],
    ['stemmer, possessive', { type: 'stemmer', language: 'possessive_english' }, 'dog’s', ['dog']],
    ['stemmer, light German', { type: 'stemmer', language: 'light_german' }, 'häuser', ['haus']],
    ['icu_folding', { type: 'icu_folding' }, 'Ünïcode ﬁsh', ['unicode', 'fish']],
    [
      'icu_folding within a set',
      { type: 'icu_folding', unicode_set_filter: '[^åäöÅÄÖ]' },
      'Åland räksmörgås é',
      ['Åland', 'räksmörgås', 'e'],
    ],
    ['icu_normalizer', { type: 'icu_normalizer' }, 'ＡＢＣ Straße', ['abc', 'strasse']],
    [
      'pattern_replace',
      { type: 'pattern_replace', pattern: '(dog)', replacement: 'watch$1' },
      'foxes jump lazy dogs',
      ['foxes', 'jump', 'lazy', 'watchdogs'],
    ],
    [
      'pattern_capture',
      { type: 'pattern_capture', preserve_original: true, patterns: ['^ab(.+)$'] },
      'abcd xy',
      ['abcd', 'cd', 'xy'],
    ],
  ] as const)('%s', async (_, settings, text, expected) => {
    expect(await filter({ ...settings }, text)).toEqual(expected);
  });
});

describe('parts for Japanese and Korean', () => {
  test('kuromoji_tokenizer cuts compounds in search mode and keeps them too', async () => {
    expect(await tokensOf({}, { tokenizer: 'kuromoji_tokenizer' }, '関西国際空港')).toEqual([
      '関西',
      '関西国際空港',
      '国際',
      '空港',
    ]);
  });
  test('kuromoji_tokenizer leaves the compound out where asked', async () => {
    const tokenizer = {
      cutting: { type: 'kuromoji_tokenizer', mode: 'search', discard_compound_token: true },
    };
    expect(await tokensOf({ tokenizer }, { tokenizer: 'cutting' }, '関西国際空港')).toEqual([
      '関西',
      '国際',
      '空港',
    ]);
  });
  test('kuromoji_baseform gives the dictionary form', async () => {
    expect(await filter({ type: 'kuromoji_baseform' }, '飲み', 'kuromoji_tokenizer')).toEqual(['飲む']);
  });
  test('kuromoji_part_of_speech leaves particles out', async () => {
    expect(
      await filter({ type: 'kuromoji_part_of_speech' }, '寿司がおいしいね', 'kuromoji_tokenizer'),
    ).toEqual(['寿司', 'おいしい']);
  });
  test('kuromoji_stemmer cuts the long vowel of words of four and more', async () => {
    expect(await filter({ type: 'kuromoji_stemmer' }, 'コピー サーバー', 'kuromoji_tokenizer')).toEqual([
      'コピー',
      'サーバ',
    ]);
  });
  test('nori_readingform turns hanja into hangul', async () => {
    expect(await filter({ type: 'nori_readingform' }, '鄕歌', 'nori_tokenizer')).toEqual(['향가']);
  });
  test('nori_tokenizer drops the compound that it cut', async () => {
    expect(await tokensOf({}, { tokenizer: 'nori_tokenizer' }, '가곡역')).toEqual(['가곡', '역']);
  });
});

describe('character filters', () => {
  test('mapping takes the longest rule, and escapes', async () => {
    const char_filter = { part: { type: 'mapping', mappings: ['٠ => 0', '٢ => 2', '\\u200C => \\u0020'] } };
    expect(
      await tokensOf({ char_filter }, { tokenizer: 'standard', char_filter: ['part'] }, '٢٠ a\u200Cb'),
    ).toEqual(['20', 'a', 'b']);
  });
  test('icu_normalizer before the tokenizer', async () => {
    expect(await tokensOf({}, { tokenizer: 'standard', char_filter: ['icu_normalizer'] }, 'ﾃﾚﾋﾞ')).toEqual([
      'テレビ',
    ]);
  });
});

test('a stemmer that the bridge lacks is refused by name', async () => {
  await expect(filter({ type: 'stemmer', language: 'klingon' }, 'x')).rejects.toThrow(/klingon/);
  made.pop();
});
