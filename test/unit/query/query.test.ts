import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseQuery } from '../../../api/query/parse.ts';
import { printQuery } from '../../../api/query/print.ts';
import type { QueryNode } from '../../../api/query/tree.ts';
import { InvalidQuery } from '../../../domain/errors.ts';

/** The tree without positions. */
const shape = (query: string): unknown => withoutSpans(parseQuery(query));

const withoutSpans = (node: QueryNode | null): unknown =>
  JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === 'span' ? undefined : value)));

const problemOf = (query: string): InvalidQuery => {
  try {
    parseQuery(query);
  } catch (error) {
    if (error instanceof InvalidQuery) return error;
    throw error;
  }
  throw new Error(`${query} was understood`);
};

/** Short forms for expectations. */
const brief = (query: string): string => {
  const tree = parseQuery(query);
  return tree ? printQuery(tree) : '';
};

describe('what is understood', () => {
  test.each([
    ['peace talks', 'peace talks'],
    ['"peace  talks" 2019', '"peace talks" 2019'],
    ['“peace talks”', '"peace talks"'],
    ['„Frieden“ «мир» 「和平」 《人民日报》', '"Frieden" "мир" "和平" "人民日报"'],
    ['« la paix »', '"la paix"'],
    ['a OR b c AND d', 'a OR b c AND d'],
    ['(a OR b) c', '(a OR b) c'],
    ['（王毅 OR 拉夫罗夫） －日本', '(王毅 OR 拉夫罗夫) -日本'],
    ['a NOT b', 'a -b'],
    ['a -(b c)', 'a -(b c)'],
    ['foreign-minister — talks', 'foreign-minister talks'],
    ['ferries —then trains –late', 'ferries then trains late'],
    ['"housing mark*" «рынок жил*» «“市场经*”»', '"housing mark*" "рынок жил*" "市场经*"'],
    ['"housing* "', '"housing*"'],
    ['"** Note ** to editors"', '"Note to editors"'],
    ['title:"housing mark*" NEAR/3 title:crash', 'title:"housing mark*" NEAR/3 title:crash'],
    ['agency:(xinhua OR "Agence France-Presse")', 'agency:"xinhua" OR agency:"Agence France-Presse"'],
    ['person:(Wang Yi OR Lavrov) -place:(Kyiv)', '(person:"Wang Yi" OR person:"Lavrov") -place:"Kyiv"'],
    ['agency:(tass AND NOT afp)', 'agency:"tass" AND -agency:"afp"'],
    ['date:(2019 OR 2021-05) lang:(zh-hant OR ru)', '(date:2019 OR date:2021-05) (lang:zh-Hant OR lang:ru)'],
    ['date:"2019" lang:«ru»', 'date:2019 lang:ru'],
    ['NEAR field observations', 'NEAR field observations'],
    ['Analysis:why prices fall', 'Analysis:why prices fall'],
    ['EU:Warsaw objects, tv:n kertoo', 'EU:Warsaw objects, tv:n kertoo'],
    ['minist* =Lead', 'minist* =Lead'],
    ['外＊', '外*'],
    ['wang NEAR/5 lavrov NEAR/5 "phone call"', 'wang NEAR/5 lavrov NEAR/5 "phone call"'],
    ['title:(peace OR war)', 'title:peace OR title:war'],
    ['title：和平', 'title:和平'],
    ['person:"Wang Yi" agency:xinhua', 'person:"Wang Yi" agency:"xinhua"'],
    ['person:王毅', 'person:"王毅"'],
    ['lang:ZH-hant', 'lang:zh-Hant'],
    ['date:2019-12..2020-01', 'date:2019-12..2020-01'],
    ['date:2019.. date:..2020-02-29 date:2019', 'date:2019.. date:..2020-02-29 date:2019'],
    ['10:30 http://example.org/a', '10:30 http://example.org/a'],
    ['Minister: we agree', 'Minister: we agree'],
    ['and or not near', 'and or not near'],
    ['רמטכ"ל ישראל', 'רמטכ"ל ישראל'],
    ["l'accord d’Alger", "l'accord d’Alger"],
    ['((a))', 'a'],
    ['和平　ＡＮＤ　（战争　ＯＲ　停火）', '和平 AND (战争 OR 停火)'],
    ['ｔｉｔｌｅ：和平 王毅　ＮＥＡＲ／５　访问', 'title:和平 王毅 NEAR/5 访问'],
    ['سلام NEAR/٥ حرب date:٢٠١٩-١٢..٢٠٢٠', 'سلام NEAR/5 حرب date:2019-12..2020'],
    ['‹la paix› ｢和平｣ вой٭', '"la paix" "和平" вой*'],
    ['date:２０１９－１２．．２０２０', 'date:2019-12..2020'],
    ['   ', ''],
  ])('%s', (query, printed) => {
    expect(brief(query)).toBe(printed);
  });
});

describe('AND, OR and NOT in a headline of capitals are words', () => {
  test.each([
    ['CABINET DOES NOT MEET AND PRESS WAITS', 7],
    ['NOT IN OUR HARBOUR', 4],
    ['ПРЕМЬЕР AND SPEAKER OF PARLIAMENT, 2026', 6],
  ])('%s', (query, words) => {
    expect(parseQuery(query)).toMatchObject({ kind: 'sequence', operands: { length: words } });
    expect(brief(query)).toBe(query);
  });

  test.each([
    ['NATO AND EU', 'and'],
    ['NATO OR EU', 'or'],
    ['CABINET MEETS NOT Press', 'sequence'],
    ['CABINET MEETS AND "PRESS WAITS"', 'and'],
    ['王毅 访问 AND 日本', 'and'],
  ])('but not in %s', (query, kind) => {
    expect(parseQuery(query)?.kind).toBe(kind);
    expect(brief(query)).toMatch(/ (AND|OR|-)/);
  });
});

describe('what is refused, where, and what to write instead', () => {
  test.each([
    ['peace "talks', 6, 'a closing quotation mark', 'peace "talks"'],
    ['(peace talks', 12, 'a closing parenthesis', '(peace talks)'],
    ['peace) talks', 5, 'an opening parenthesis before it', 'peace talks'],
    ['peace AND', 9, 'a word after AND', 'peace'],
    ['OR peace', 0, 'a word before OR', 'peace'],
    ['peace AND OR war', 10, 'a word before OR', null],
    ['peace () war', 7, 'a word between parentheses', 'peace war'],
    ['a NEAR/ b', 2, 'a distance, as in NEAR/5', null],
    ['a NEAR/900 b', 2, 'a distance from 1 to 50', null],
    ['a NEAR/3 b NEAR/4 c', 11, 'NEAR/3, the same distance in one chain', null],
    ['wang NEAR/5 (a OR b)', 5, 'NEAR between words or phrases of one field', null],
    ['m*', 0, 'at least 2 letters before *', null],
    ['mini*er', 5, '* only at the end of a word', null],
    ['minist**', 7, 'one * only', 'minist*'],
    ['"hous* market"', 5, '* only at the end of the last word of a phrase', null],
    ['"housing m*"', 10, 'at least 2 letters before *', null],
    ['agency:xin*', 7, 'a name or an id after agency:, several words in quotes', null],
    ['agency:(tass OR title:peace)', 16, 'words; agency:( … ) holds no other field', null],
    ['peace agency:', 13, 'a name or an id after agency:, several words in quotes', 'peace'],
    [
      'subject:peace',
      0,
      'one of the fields title, body, agency, person, author, place, mentions, publisher, country, lang, date',
      'subject peace',
    ],
    ['peace date:2019-13', 11, 'a day, month, year or range such as 2019-12..2020-01 after date:', null],
    ['peace date:2020..2019', 11, 'a day, month, year or range such as 2019-12..2020-01 after date:', null],
    ['lang:klingonese peace', 5, 'a language such as zh or zh-Hant after lang:', null],
    ['title: AND b', 7, 'a word after title:', null],
    ['title:(a person:b)', 9, 'words; title:( … ) holds no other field', null],
    ['--- "" ()', 8, 'a word between parentheses', null],
    ['***', 0, 'at least 2 letters before *', null],
  ])('%s', (query, position, expected, proposal) => {
    const problem = problemOf(query);
    expect({ ...problem, found: undefined }).toMatchObject({ position, expected, proposal });
  });

  test.each(['agency:(reuters OR tas*)', 'date:"sometime"', 'lang:"quite long" peace', 'person:(=Wang)'])(
    'what cannot be mended without changing what it asks for is not mended: %s',
    (query) => {
      expect(problemOf(query).proposal).toBeNull();
    },
  );

  test('a query without a word is refused, not taken for an empty one', () => {
    expect(problemOf('— !').expected).toBe('a word');
  });

  test('limits have their messages', () => {
    expect(problemOf('a '.repeat(1001)).expected).toBe('a query of at most 2000 characters');
    expect(problemOf('ab '.repeat(101)).expected).toBe('at most 100 words and fields');
    expect(problemOf('ab* '.repeat(11)).expected).toBe('at most 10 words with *');
    expect(problemOf('('.repeat(21)).expected).toBe('at most 20 groups within one another');
    expect(problemOf(`${'NOT '.repeat(21)}a`).expected).toBe('at most 20 groups within one another');
    expect(problemOf('a'.repeat(201)).expected).toBe('a word of at most 200 characters');
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    'AND',
    'OR',
    'NOT',
    'NEAR/3',
    'NEAR',
    'agency:(',
    'date:(',
    'rat*"',
    '(',
    ')',
    '（',
    '）',
    '-',
    '－',
    '"',
    '«',
    '»',
    '“',
    '”',
    '=',
  ),
  fc.constantFrom(
    '*',
    ':',
    '：',
    'title:',
    'body:',
    'person:',
    'lang:zh',
    'date:2019',
    'date:..',
    '..',
    'x:',
    ' ',
  ),
  fc.constantFrom('peace', 'мир', '和平', 'سلام', 'רמטכ"ל', 'a', 'NATO', 'l’accord', '10:30', '\u200b', '…'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const queries = fc
  .array(fc.tuple(piece, fc.constantFrom('', ' ')), { maxLength: 25 })
  .map((pieces) => pieces.flat().join(''));

describe('whatever comes', () => {
  test('printing and parsing again gives the same tree; nothing but InvalidQuery is thrown', () => {
    fc.assert(
      fc.property(queries, (query) => {
        let tree: QueryNode | null;
        try {
          tree = parseQuery(query);
        } catch (error) {
          if (!(error instanceof InvalidQuery)) throw error;
          expect(error.position).toBeGreaterThanOrEqual(0);
          expect(error.position).toBeLessThanOrEqual(query.length);
          if (error.proposal !== null) parseQuery(error.proposal);
          return;
        }
        if (tree) expect(shape(printQuery(tree))).toEqual(withoutSpans(tree));
      }),
      { numRuns: 3000, examples: [['person:𐀀רמטכ"ל']] },
    );
  });
});
