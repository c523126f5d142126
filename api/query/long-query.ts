import { scripts } from '../../languages/scripts.ts';
import { closings, colons, equals, isSearchable, minuses, openings, quotes, stars } from './characters.ts';
import { fieldNames } from './token.ts';

/** One article rarely contains more query words than this. */
const mostWords = 6;
/** In scripts without spaces, the number of words is estimated from the number of characters. */
const charactersPerWord = scripts.flatMap(({ letters, perWord }) =>
  perWord === undefined ? [] : [{ characters: new RegExp(`[${letters}]`, 'gu'), perWord }],
);

/**
 * Chooses the default `match` for a query from the search box: a long query must match most of its words, a short one
 * or one with operators all of them. Small enough to be shipped in the box.
 *
 * @param query any text; if it is not clearly plain words, the result is `all`
 */
export const matchFor = (query: string): 'all' | 'any' =>
  countWords(query) > mostWords && !operators.some((operator) => operator.test(query)) ? 'any' : 'all';

const countWords = (query: string): number => {
  let rest = query;
  let count = 0;
  for (const { characters, perWord } of charactersPerWord) {
    count += (rest.match(characters)?.length ?? 0) / perWord;
    rest = rest.replace(characters, ' ');
  }
  return count + rest.split(/[\s\u200b]+/u).filter(isSearchable).length;
};

/** Escapes characters for a character class, where only the ASCII hyphen is special. */
const inClass = (characters: string): string => characters.replace('-', '\\-');
const marks = [...quotes.keys(), ...quotes.values(), openings, closings, stars, equals].join('');

/** Everything that the query language may interpret as more than a word. */
const operators: readonly RegExp[] = [
  new RegExp(`[${marks}]`, 'u'),
  new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])[${inClass(minuses)}][^\\s\u200b${inClass(minuses)}]`, 'u'),
  /(?<![\p{L}\p{N}])(AND|OR|NOT|NEAR)(?![\p{L}\p{N}])/u,
  new RegExp(`(?<![a-z])(${fieldNames.join('|')})[${colons}]`, 'iu'),
];
