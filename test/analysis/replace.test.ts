import { randomBytes } from 'node:crypto';
import { Client, type estypes } from '@elastic/elasticsearch';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { languages } from '../../languages/index.ts';
import { buildAnalysis } from '../../mappings/analysis.ts';

/** Our filter reads a text in windows; what comes out, and where it stood, has to be what Lucene's own filter gives. */
const client = new Client({ node: process.env.TEST_ELASTICSEARCH_URL ?? '' });
const index = `replace${randomBytes(5).toString('hex')}`;

interface Replacing {
  readonly type: string;
  readonly pattern: string;
  readonly replacement: string;
}

const isReplacing = (filter: object): filter is Replacing =>
  'type' in filter && filter.type === 'dateline_replace' && 'pattern' in filter && 'replacement' in filter;

/** Every filter of this kind that an index has, once. */
const filters = new Map(
  languages.flatMap(({ analysis }) =>
    Object.entries(buildAnalysis(analysis).char_filter).filter((entry): entry is [string, Replacing] =>
      isReplacing(entry[1]),
    ),
  ),
);
const names = [...filters.keys()];
/** These insert where nothing stood. */
const isInserting = (name: string): boolean => ['ko_words', 'ko_borders'].includes(name);

beforeAll(async () => {
  const settings = {
    char_filter: Object.fromEntries(
      [...filters].flatMap(([name, filter]) => [
        [name, filter],
        [`${name}_whole`, { ...filter, type: 'pattern_replace' }],
      ]),
    ),
  };
  await client.indices.create({
    index,
    settings: { 'index.analysis': settings, 'index.analyze.max_token_count': 100_000 },
  });
});

afterAll(async () => {
  await client.indices.delete({ index });
  await client.close();
});

const analyze = async (
  charFilter: string,
  text: string,
): Promise<readonly estypes.IndicesAnalyzeAnalyzeToken[]> =>
  (await client.indices.analyze({ index, char_filter: [charFilter], tokenizer: 'whitespace', text }))
    .tokens ?? [];

/** Parts that the patterns of all languages match, or nearly match. */
const part = fc.constantFrom(
  ...['ended.Officials', 'U.S.', '1,000', '1.000.000', "1'234", 'cease-fire', 'F-35', '–', ' ', '  ', '\n'],
  ...[
    'député·e·s',
    'می روم',
    'کتاب ها',
    '引き渡し',
    '取り引き',
    '国会',
    '2천억원',
    '했다.그러나',
    'AI의심',
    '로동',
    '😀',
    '𠮷野',
    'a',
  ],
);

const drawn = fc.sample(fc.array(part, { minLength: 4000, maxLength: 5000 }), { numRuns: 3, seed: 16 });
// With spaces, too, since a token must not be too long for the tokenizer.
const texts = drawn.flatMap((parts) => [parts.join(''), parts.join(' ')]);

test.each(names.filter((name) => !isInserting(name)))(
  '%s: long texts in windows as in one piece',
  async (name) => {
    for (const text of texts) expect(await analyze(name, text)).toEqual(await analyze(`${name}_whole`, text));
  },
);

/** Lucene's own filter takes what it inserts for a part of the character before. */
test.each(names.filter(isInserting))('%s: every token stands where it is printed', async (name) => {
  const { replacement = '' } = filters.get(name) ?? {};
  for (const text of texts) {
    const tokens = await analyze(name, text);
    expect(tokens.map(({ token }) => token)).toEqual(
      (await analyze(`${name}_whole`, text)).map(({ token }) => token),
    );
    for (const { token, start_offset, end_offset } of tokens)
      expect(text.slice(start_offset, end_offset)).toBe(token.replaceAll(replacement, ''));
  }
});

test('the filters of five languages are compared', () => {
  expect(names).toEqual(
    expect.arrayContaining([
      'stops',
      'thousands',
      'joints',
      'fa_joints',
      'fr_inclusive',
      'ja_okurigana_within',
      'ko_words',
    ]),
  );
});
