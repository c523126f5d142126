import { expected } from '../../domain/expectation.ts';
import { queryLimits } from './limits.ts';
import { QueryProblem } from './problem.ts';
import { plainSigns } from './signs.ts';
import type { Token } from './token.ts';

const words = /(AND|OR|NOT|NEAR|ＡＮＤ|ＯＲ|ＮＯＴ|ＮＥＡＲ)(?![\p{L}\p{N}_'’:：﹕\-*])/uy;
const kinds: Readonly<Record<string, 'and' | 'or' | 'not'>> = { AND: 'and', OR: 'or', NOT: 'not' };
const distance = /[/／]([0-9０-９٠-٩۰-۹]{1,6})(?![\p{L}\p{N}])/uy;

/**
 * An operator word, upper case only, that stands alone.
 *
 * @throws {QueryProblem} for NEAR/ without its number, or with too large a one
 */
export const readOperator = (query: string, start: number): Token | null => {
  words.lastIndex = start;
  const written = words.exec(query)?.[1];
  if (written === undefined) return null;
  const word = plainSigns(written);
  const end = start + word.length;
  // By itself it is a word: NEAR is the name of a foundation, and of asteroids.
  if (word === 'NEAR') return /[/／]/.test(query[end] ?? '') ? readNear(query, start, end) : null;
  // `AND/OR` and the like are words.
  if (/[/／&.]/.test(query[end] ?? ' ')) return null;
  return { kind: kinds[word] ?? 'not', start, end };
};

const readNear = (query: string, start: number, end: number): Token => {
  distance.lastIndex = end;
  const found = distance.exec(query);
  const number = Number(plainSigns(found?.[1] ?? '') || Number.NaN);
  const finish = end + (found?.[0].length ?? 0);
  if (Number.isNaN(number)) throw new QueryProblem(start, query.slice(start, end), expected('near-distance'));
  if (number < 1 || number > queryLimits.distance)
    throw new QueryProblem(start, query.slice(start, finish), expected('near-range', queryLimits.distance));
  return { kind: 'near', distance: number, start, end: finish };
};
