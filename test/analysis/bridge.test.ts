import { Client } from '@elastic/elasticsearch';
import { afterAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';

/** What Elasticsearch's reference says that each part makes of a text, in examples that its defaults decide. */
const client = new Client({ node: process.env.TEST_ELASTICSEARCH_URL ?? '' });

/** Definitions of an analyzer's parts, by name. */
type Parts = Partial<Record<'tokenizer' | 'filter' | 'char_filter', Readonly<Record<string, object>>>>;

const tokenized = z.object({ tokens: z.array(z.object({ token: z.string() })) });

/** Without an index, since creating one for each case takes most of the time. */
const tokensOf = async (
  parts: Parts,
  analyzer: { tokenizer: string; filter?: readonly string[]; char_filter?: readonly string[] },
  text: string,
): Promise<readonly string[]> => {
  const body = {
    tokenizer: parts.tokenizer?.[analyzer.tokenizer] ?? analyzer.tokenizer,
    filter: analyzer.filter?.map((name) => parts.filter?.[name] ?? name),
    char_filter: analyzer.char_filter?.map((name) => parts.char_filter?.[name] ?? name),
    text,
  };
  const answer = await client.transport.request({ method: 'POST', path: '/_analyze', body });
  return tokenized.parse(answer).tokens.map(({ token }) => token);
};

afterAll(() => client.close());

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
    [
      'word_delimiter_graph',
      { type: 'word_delimiter_graph' },
      "O'Neil's SuperDuper-XL500",
      ['O', 'Neil', 'Super', 'Duper', 'XL', '500'],
    ],
    [
      'word_delimiter_graph joins, and leaves signs alone that the table names',
      {
        type: 'word_delimiter_graph',
        catenate_all: true,
        split_on_case_change: false,
        split_on_numerics: false,
        type_table: ['. => ALPHA'],
      },
      "G_7 U.S O'Neil",
      ['G7', 'G', '7', 'U.S', 'ONeil', 'O', 'Neil'],
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
    [
      'stop, English by default',
      { type: 'stop' },
      'a quick fox jumps over the lazy dog',
      ['quick', 'fox', 'jumps', 'over', 'lazy', 'dog'],
    ],
    [
      'stop, a list of its own, any case',
      { type: 'stop', ignore_case: true, stopwords: ['and', 'is', 'the'] },
      'The fox AND dog is',
      ['fox', 'dog'],
    ],
    [
      'shingle, two words and the words themselves by default',
      { type: 'shingle' },
      'quick brown fox jumps',
      ['quick', 'quick brown', 'brown', 'brown fox', 'fox', 'fox jumps', 'jumps'],
    ],
    [
      'shingle without the words themselves',
      { type: 'shingle', min_shingle_size: 2, max_shingle_size: 3, output_unigrams: false },
      'quick brown fox jumps',
      ['quick brown', 'quick brown fox', 'brown fox', 'brown fox jumps', 'fox jumps'],
    ],
    [
      'arabic_normalization',
      { type: 'arabic_normalization' },
      'آجن أحمد الإمام مدرسة',
      ['اجن', 'احمد', 'الامام', 'مدرسه'],
    ],
    ['persian_normalization', { type: 'persian_normalization' }, 'های هاي کتاب', ['هاي', 'هاي', 'كتاب']],
    [
      'german_normalization',
      { type: 'german_normalization' },
      'weißbier ärger goethe quelle neue',
      ['weissbier', 'arger', 'gothe', 'quelle', 'neue'],
    ],
    ['hindi_normalization', { type: 'hindi_normalization' }, 'फ़िल्म ऊँट', ['फिलम', 'उंट']],
  ] as const)('%s', async (_, settings, text, expected) => {
    expect(await filter({ ...settings }, text)).toEqual(expected);
  });

  test('remove_duplicates leaves one of equal words at one place', async () => {
    const twice = { type: 'pattern_capture', preserve_original: true, patterns: ['^(.+)$', '^(j.+)ing$'] };
    expect(
      await tokensOf(
        { filter: { twice } },
        { tokenizer: 'standard', filter: ['twice', 'remove_duplicates'] },
        'jumping dog',
      ),
    ).toEqual(['jumping', 'jump', 'dog']);
  });
});

/** Pairs of the sample vocabularies that snowballstem.org prints beside each algorithm. */
describe('Snowball stemmers', () => {
  test.each([
    ['english', 'consign consigned consigning consignment', 'consign consign consign consign'],
    ['russian', 'важная важнее важного важнейшие', 'важн важн важн важн'],
    ['swedish', 'jaktkarlar jaktkarlarne jaktkarlens', 'jaktkarl jaktkarl jaktkarl'],
    ['dutch', 'lichamelijk lichamelijke lichamelijkheden', 'licham licham licham'],
    ['romanian', 'abruptă absolute', 'abrupt absol'],
  ])('%s', async (language, words, stems) => {
    expect((await filter({ type: 'stemmer', language }, words)).join(' ')).toBe(stems);
  });
});

describe('words without spaces', () => {
  test('thai', async () => {
    expect(await tokensOf({}, { tokenizer: 'thai' }, 'การที่ได้ต้องแสดงว่างานดี')).toEqual([
      'การ',
      'ที่',
      'ได้',
      'ต้อง',
      'แสดง',
      'ว่า',
      'งาน',
      'ดี',
    ]);
  });
  test('icu_tokenizer cuts by dictionary, and where scripts meet', async () => {
    expect(await tokensOf({}, { tokenizer: 'icu_tokenizer' }, '你好世界 สวัสดีครับ Лавров')).toEqual([
      '你好',
      '世界',
      'สวัสดี',
      'ครับ',
      'Лавров',
    ]);
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
  test('ja_stop leaves out its own words and the given ones', async () => {
    const part = { type: 'ja_stop', stopwords: ['_japanese_', 'ストップ'] };
    expect(await filter(part, 'ストップは消える', 'kuromoji_tokenizer')).toEqual(['消える']);
  });
  test('nori_part_of_speech leaves out the given kinds', async () => {
    expect(
      await filter({ type: 'nori_part_of_speech', stoptags: ['NR'] }, '여섯 용이', 'nori_tokenizer'),
    ).toEqual(['용', '이']);
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
});
