import { expected } from '../../domain/expectation.ts';
import { plainCharacters } from './characters.ts';
import { queryLimits } from './limits.ts';
import { QueryProblem } from './problem.ts';
import type { Token } from './token.ts';

const words = /(AND|OR|NOT|NEAR|ＡＮＤ|ＯＲ|ＮＯＴ|ＮＥＡＲ)(?![\p{L}\p{N}_'’:：﹕\-*])/uy;
const kinds: Readonly<Record<string, 'and' | 'or' | 'not'>> = { AND: 'and', OR: 'or', NOT: 'not' };
const distance = /[/／]([0-9０-９٠-٩۰-۹]{1,6})(?![\p{L}\p{N}])/uy;

/**
 * An operator: a separate word in upper case.
 *
 * @throws {QueryProblem} for NEAR/ without a number, or with one that is too large
 */
export const readOperator = (query: string, start: number): Token | null => {
  words.lastIndex = start;
  const written = words.exec(query)?.[1];
  if (written === undefined) return null;
  const word = plainCharacters(written);
  const end = start + word.length;
  // NEAR without a number is a word: a foundation and a kind of asteroid have this name.
  if (word === 'NEAR') return /[/／]/.test(query[end] ?? '') ? readNear(query, start, end) : null;
  // `AND/OR` and the like are words.
  if (/[/／&.]/.test(query[end] ?? ' ')) return null;
  return { kind: kinds[word] ?? 'not', start, end };
};

const readNear = (query: string, start: number, end: number): Token => {
  distance.lastIndex = end;
  const found = distance.exec(query);
  const number = Number(plainCharacters(found?.[1] ?? '') || Number.NaN);
  const finish = end + (found?.[0].length ?? 0);
  if (Number.isNaN(number)) throw new QueryProblem(start, query.slice(start, end), expected('near-distance'));
  if (number < 1 || number > queryLimits.distance)
    throw new QueryProblem(start, query.slice(start, finish), expected('near-range', queryLimits.distance));
  return { kind: 'near', distance: number, start, end: finish };
};
