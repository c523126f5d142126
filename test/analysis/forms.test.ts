import { randomBytes } from 'node:crypto';
import { Client } from '@elastic/elasticsearch';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { nodesWithoutForms } from '../../platform/plugins.ts';

/** The filters of our own plugin, each by itself. */
const client = new Client({ node: process.env.TEST_ELASTICSEARCH_URL ?? '' });
const index = `forms${randomBytes(5).toString('hex')}`;

const parts = {
  english: { type: 'dateline_forms', language: 'en' },
  spanish: { type: 'dateline_forms', language: 'es', suffixes: ['lo', 'selo'] },
  russian: { type: 'dateline_forms', language: 'ru', cased: true },
  asked: { type: 'dateline_forms', language: 'ru', cased: true, asked: true },
  hebrew: { type: 'dateline_forms', language: 'he', prefixes: ['ה', 'ב'], names: ['ב'] },
  endings: { type: 'dateline_endings', pattern: 's$' },
  beside: { type: 'dateline_capitals', words: ['us'] },
  alone: { type: 'dateline_capitals', words: ['us'], alone: true },
  compounds: { type: 'dateline_forms', language: 'de', compounds: 'parts' },
  compoundsAsked: { type: 'dateline_forms', language: 'de', compounds: 'whole' },
  articles: { type: 'dateline_forms', language: 'he', prefixes: ['ה'], articles: ['ה'] },
  names: { type: 'dateline_capitals', digraphs: ['øoe', 'üue'] },
  anyWord: { type: 'dateline_capitals', digraphs: ['øoe', 'üue'], anyWord: true },
};

beforeAll(() =>
  client.indices.create({
    index,
    settings: {
      'index.analysis': {
        filter: parts,
        analyzer: Object.fromEntries(
          Object.keys(parts).map((name) => [
            name,
            {
              type: 'custom',
              tokenizer: 'standard',
              filter: name === 'endings' ? ['english', 'endings'] : [name],
            },
          ]),
        ),
      },
    },
  }),
);

afterAll(async () => {
  await client.indices.delete({ index });
  await client.close();
});

const tokensOf = async (analyzer: string, text: string): Promise<readonly string[]> => {
  const { tokens = [] } = await client.indices.analyze({ index, analyzer, text });
  return tokens.map(({ token, position }) => `${token}@${position}`);
};

describe('forms and lemmas', () => {
  test.each([
    ['known forms become their lemmas', 'english', 'women voted', ['woman@0', 'vote@1']],
    ['ambiguous forms become all of them, in one place', 'english', 'us', ['u@0', 'us@0', 'we@0']],
    ['unknown words stay', 'english', 'xyzzies', ['xyzzies@0']],
    ['marks on letters may be left out', 'spanish', 'economias', ['economía@0']],
    ['what is written onto a word comes off where the rest is known', 'spanish', 'decirselo', ['decir@0']],
    ['and only there', 'spanish', 'xyzzylo', ['xyzzylo@0']],
    ['a word with a capital stays beside its lemmas', 'russian', 'Города', ['Города@0', 'город@0']],
    ['in queries any word does', 'asked', 'города', ['города@0', 'город@0']],
    ['a word without does not', 'russian', 'города', ['город@0']],
    ['prefixes of known words come off', 'hebrew', 'הממשלה', ['ממשלה@0']],
    ['unknown words stand with and without', 'hebrew', 'בקקקקקק', ['בקקקקקק@0', 'קקקקקק@0']],
    [
      'endings come off unknown words alone',
      'endings',
      'voters xyzzies bus',
      ['voter@0', 'xyzzie@1', 'bus@2'],
    ],
    [
      'abbreviations stand beside small words',
      'beside',
      'US us U.S. NATO',
      ['US@0', 'us=@0', 'us@1', 'U.S@2', 'us=@2', 'NATO@3'],
    ],
    ['or instead of them', 'alone', 'US us NATO', ['us=@0', 'us@1', 'NATO@2']],
    [
      'compounds stand beside each run of their parts',
      'compounds',
      'klimaschutzgesetzes',
      ['klimaschutzgesetz@0', 'klima@0', 'klimaschutz@0', 'schutz@0', 'schutzgesetz@0', 'gesetz@0'],
    ],
    [
      'parts that the cut leaves apart are no word',
      'compounds',
      'waffenstillstand',
      ['waffenstillstand@0', 'waffe@0', 'stillstand@0', 'still@0', 'stand@0'],
    ],
    ['queries ask for them whole', 'compoundsAsked', 'klimaschutzgesetzes', ['klimaschutzgesetz@0']],
    ['endings are no parts', 'compounds', 'wirtschaft', ['wirtschaft@0']],
    ['an article comes off words that are known with it', 'articles', 'השר', ['השיר@0', 'שר@0']],
    ['names stand beside their other spelling', 'names', 'Müller für', ['Müller@0', 'Mueller@0', 'für@1']],
    ['words, too, where that is wanted', 'anyWord', 'øst', ['øst@0', 'oest@0']],
  ])('%s', async (_, analyzer, text, expected) => {
    expect((await tokensOf(analyzer, text)).toSorted()).toEqual([...expected].toSorted());
  });

  test('a language without a table is refused', async () => {
    await expect(
      client.indices.create({
        index: `${index}-none`,
        settings: {
          'index.analysis': {
            filter: { part: { type: 'dateline_forms', language: 'xx' } },
            analyzer: { under_test: { type: 'custom', tokenizer: 'standard', filter: ['part'] } },
          },
        },
      }),
    ).rejects.toThrow('no table for [xx]');
  });

  test('a very long word and signs beyond the basic plane do no harm', async () => {
    expect(await tokensOf('english', `${'a'.repeat(250)} 𝒲omen`)).toHaveLength(2);
  });

  test('every node has the plugin', async () => {
    expect(await nodesWithoutForms(client)).toEqual([]);
  });
});
