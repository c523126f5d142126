import { editDistance } from '../../authorities/people/matching/spellings/spelled.ts';
import { latinView } from '../../authorities/people/matching/views.ts';
import type { Pair } from './alignment.ts';

/** More Latin spellings of one word of another script say little about each other. */
const mostSpellings = 12;
const farthest = 0.5;

/**
 * Latin spellings of one name: tokens that one word of another script transliterates, with similar spellings
 * (`Yury`, `Iouri`, `Yuri` beside `Юрий`).
 *
 * @param files token pairs of each language
 */
export const minePairs = (files: readonly (readonly Pair[])[]): Pair[] => {
  const counts = new Map<string, number>();
  for (const pairs of files) {
    const spellings = new Map<string, Set<string>>();
    for (const [latin, other] of pairs)
      spellings.set(other, (spellings.get(other) ?? new Set()).add(latinView(latin)));
    for (const group of spellings.values()) if (group.size <= mostSpellings) countGroup([...group], counts);
  }
  return [...counts].map(([key, count]): Pair => {
    const [one = '', other = ''] = key.split(' ');
    return [one, other, count];
  });
};

const countGroup = (group: readonly string[], counts: Map<string, number>): void => {
  for (const one of group)
    for (const other of group)
      if (one.length > 1 && other.length > 1 && areNear(one, other)) {
        const key = `${one} ${other}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
};

const areNear = (one: string, other: string): boolean =>
  Math.abs(one.length - other.length) <= 4 &&
  editDistance(one, other) <= farthest * Math.max(one.length, other.length);
