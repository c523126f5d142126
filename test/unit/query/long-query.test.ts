import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchFor } from '../../../api/query/long-query.ts';
import { parseQuery } from '../../../api/query/parse.ts';

test.each([
  ['seven words', 'minister arrives in Astana for trade talks'],
  ['seven Russian words', 'министр прибыл в Астану на переговоры вчера'],
  ['a Chinese sentence', '外交部发言人就中美经贸磋商答记者问'],
  ['a Japanese sentence', '外務大臣は昨日の記者会見で質問に答えた'],
  ['a Thai sentence', 'รัฐมนตรีว่าการกระทรวงการต่างประเทศเดินทางเยือน'],
  ['dashes and hyphens within', 'state-run agency – talks in Astana -- end without result'],
  ['operator words in lower case', 'trade and aid or neither and not much'],
])('%s ask for most of them', (_name, query) => expect(matchFor(query)).toBe('any'));

test.each([
  ['nothing', ''],
  ['six words', 'minister arrives in Astana for talks'],
  ['a Chinese name and office', '外交部长王毅访问印度'],
  ['only signs', '? ! … · , ; ? ! … · , ;'],
  ['a phrase', 'he said "trade talks" in Astana on Monday morning'],
  ['a phrase as others quote', 'министр сказал «да» на встрече в Астане вчера'],
  ['an exclusion', 'minister arrives in Astana for trade talks -Monday'],
  ['an operator', 'trade talks in Astana OR in Almaty next Monday'],
  ['a field', 'Title: trade talks in Astana and what they mean'],
  ['a prefix', 'minister arrive* in Astana for trade talks today'],
])('%s ask for all', (_name, query) => expect(matchFor(query)).toBe('all'));

test('what asks for most is plain words to the query language', () => {
  const piece = fc.constantFrom(
    ...['talks', 'visit', '会谈', 'AND', 'OR', 'NEAR/3', '-', '—', '--', '"', '«', '(', ')', '*', '=', '＝'],
    ...['title:', 'Date：', 'colour:', ':', '\u200b', '/', '.', "'", '7', '\u202e', '\ud800'],
  );
  const word = fc.array(piece, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
  const query = fc.array(fc.oneof({ weight: 6, arbitrary: fc.constant('word') }, word), {
    minLength: 7,
    maxLength: 20,
  });
  fc.assert(
    fc.property(query, (words) => {
      const text = words.join(' ');
      fc.pre(matchFor(text) === 'any');
      const parsed = parsedOrRefused(text);
      if (parsed === null) return;
      const leaves = parsed.kind === 'sequence' ? parsed.operands : [parsed];
      for (const leaf of leaves) expect(leaf).toMatchObject({ kind: 'word', field: null });
    }),
    { numRuns: 500 },
  );
});

/** Unknown fields are refused however words are matched. */
const parsedOrRefused = (text: string) => {
  try {
    return parseQuery(text);
  } catch {
    return null;
  }
};
