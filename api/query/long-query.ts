import { scripts } from '../../languages/scripts.ts';
import { closings, colons, equals, isSearchable, minuses, openings, quotes, stars } from './signs.ts';
import { fieldNames } from './token.ts';

/** More words than this are rarely all in one article. */
const mostWords = 6;
/** Where no spaces part words, their number is guessed from the characters. */
const signsPerWord = scripts.flatMap(({ letters, perWord }) =>
  perWord === undefined ? [] : [{ signs: new RegExp(`[${letters}]`, 'gu'), perWord }],
);

/**
 * How a query that somebody typed into the box is matched, where nothing else says so: a long one by most of its
 * words, best first; a short one, or one with operators, by all that it says. Small enough for the box itself.
 *
 * @param query any text; what is no plain words, or cannot be told from operators, is left to `all`
 */
export const matchFor = (query: string): 'all' | 'any' =>
  countWords(query) > mostWords && !operators.some((operator) => operator.test(query)) ? 'any' : 'all';

const countWords = (query: string): number => {
  let rest = query;
  let count = 0;
  for (const { signs, perWord } of signsPerWord) {
    count += (rest.match(signs)?.length ?? 0) / perWord;
    rest = rest.replace(signs, ' ');
  }
  return count + rest.split(/[\s\u200b]+/u).filter(isSearchable).length;
};

/** As they stand in a class: only the hyphen, the ASCII one, has a meaning there. */
const inClass = (signs: string): string => signs.replace('-', '\\-');
const marks = [...quotes.keys(), ...quotes.values(), openings, closings, stars, equals].join('');

/** Whatever the query language may read as more than a word. */
const operators: readonly RegExp[] = [
  new RegExp(`[${marks}]`, 'u'),
  new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])[${inClass(minuses)}][^\\s\u200b${inClass(minuses)}]`, 'u'),
  /(?<![\p{L}\p{N}])(AND|OR|NOT|NEAR)(?![\p{L}\p{N}])/u,
  new RegExp(`(?<![a-z])(${fieldNames.join('|')})[${colons}]`, 'iu'),
];
