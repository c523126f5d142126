import { randomBytes } from 'node:crypto';
import { Client } from '@elastic/elasticsearch';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildTextQuery } from '../../api/search/text-query.ts';
import { profileFor } from '../../languages/index.ts';
import { buildArticleIndex } from '../../mappings/articles.ts';
import { createIndices, deleteIndices } from '../support/indices.ts';

/** Highlights enclose exactly the matched words, whatever else is in the text. */
const client = new Client({ node: process.env.TEST_ELASTICSEARCH_URL ?? '' });
const prefix = `marks${randomBytes(4).toString('hex')}`;

const cases = [
  [
    'en',
    'Talks 😀👩‍👩‍👧 with 王毅 and Лавров in Café Zürich 𝒜 ended',
    'ended',
    'Talks 😀👩‍👩‍👧 with 王毅 and Лавров in Café Zürich 𝒜 [ended]',
  ],
  ['en', '😀😀 Лавров met them', 'Лавров', '😀😀 [Лавров] met them'],
  ['zh', '𠮷野家😀國務委員王毅同Лавров通电话', '王毅', '𠮷野家😀國務委員[王毅]同Лавров通电话'],
  ['zh', '𠮷野家😀ＡＢＣ國務委員', '国务委员', '𠮷野家😀ＡＢＣ[國務委員]'],
  ['ja', '😀ﾃﾚﾋﾞの外務大臣が東京で会談', '東京', '😀ﾃﾚﾋﾞの外務大臣が[東京]で会談'],
  ['ru', 'Министр 😀 Сергей Лавров посетил 北京', 'лаврова', 'Министр 😀 Сергей [Лавров] посетил 北京'],
  ['ar', '😀 التقى وزير الخارجية Lavrov في موسكو', 'موسكو', '😀 التقى وزير الخارجية Lavrov في [موسكو]'],
  ['de', '𝒜𝒷 Der Außenminister sprach 😀 in Köln', 'Köln', '𝒜𝒷 Der Außenminister sprach 😀 in [Köln]'],
  ['th', '😀 รัฐมนตรีพบ Lavrov ที่กรุงเทพ', 'Lavrov', '😀 รัฐมนตรีพบ [Lavrov] ที่กรุงเทพ'],
  ['fa', '😀 وزیر کتاب‌ها را خرید', 'وزیر', '😀 [وزیر] کتاب‌ها را خرید'],
] as const;

const indexOf = (language: string): string => `${prefix}-${language}`;
const codes = [...new Set(cases.map(([language]) => language))];

beforeAll(async () => {
  await createIndices(
    client,
    codes.map((language) => ({ index: indexOf(language), ...buildArticleIndex(profileFor(language)) })),
  );
  for (const [at, [language, body]] of cases.entries()) {
    await client.index({
      index: indexOf(language),
      id: String(at),
      document: { title: '', body },
      refresh: true,
    });
  }
});

afterAll(async () => {
  await deleteIndices(client, codes.map(indexOf));
  await client.close();
});

describe('highlighting', () => {
  test.each(cases.map((one, at) => [...one, String(at)] as const))(
    '%s: %s',
    async (language, _, words, marked, id) => {
      const { hits } = await client.search({
        index: indexOf(language),
        query: {
          bool: { must: [buildTextQuery(words, { match: 'all' })], filter: [{ ids: { values: [id] } }] },
        },
        highlight: {
          pre_tags: ['['],
          post_tags: [']'],
          number_of_fragments: 0,
          fields: { body: { matched_fields: ['body', 'body.exact'] } },
        },
      });
      expect(hits.hits[0]?.highlight?.body?.[0]?.replaceAll('][', '')).toBe(marked);
    },
  );
});

describe.each(['en', 'zh', 'th', 'ar', 'und'])('odd queries in %s', (language) => {
  test.each([
    ['stop words', 'the of and'],
    ['one character', 'x'],
    ['ten thousand characters', 'переговоры 谈判 '.repeat(700).slice(0, 10_000)],
    ['one word of ten thousand', 'a'.repeat(10_000)],
    ['control and bidirectional characters', '\u0001\u202Eabc\u2066\u0000def'],
    ['a lone surrogate', 'x\uD800y'],
    ['mixed scripts', 'Лавров王毅Σωκράτηςشکسپیر'],
    ['nothing but signs', '?!… «»'],
  ])('%s', async (_, query) => {
    await client.indices.create(
      { index: `${prefix}-odd-${language}`, ...buildArticleIndex(profileFor(language)) },
      { ignore: [400] },
    );
    const match = ['all', 'any'] as const;
    for (const mode of match) {
      const answer = await client.search({
        index: `${prefix}-odd-${language}`,
        query: buildTextQuery(query, { match: mode }),
      });
      expect(answer.hits.hits).toEqual([]);
    }
  });
  afterAll(async () => {
    await client.indices.delete({ index: `${prefix}-odd-${language}` }, { ignore: [404] });
  });
});
