import { setImmediate as nextTurn } from 'node:timers/promises';
import { nameTokens } from '../../authorities/people/matching/normalize-name.ts';
import { pinyinsOf, typedPinyin } from '../search/pinyin.ts';

interface Entry {
  readonly key: string;
  readonly id: string;
  readonly form: string;
}

/** Names by prefixes of themselves or of any of their words; Chinese ones also by their pinyin. */
export interface NamePrefixes {
  /** @returns ids with the matching name, unordered, at most `most` */
  readonly find: (typed: string, most: number) => ReadonlyMap<string, string>;
}

const LONGEST = 100;
const MOST_WORDS = 4;
/** Names that are prepared before other requests get a turn: some milliseconds. */
const PORTION = 200;

export const indexPrefixes = async (
  names: Iterable<{ readonly id: string; readonly form: string }>,
): Promise<NamePrefixes> => {
  const words: Entry[] = [];
  const sounds: Entry[] = [];
  let prepared = 0;
  for (const { id, form } of names) {
    prepared += 1;
    if (prepared % PORTION === 0) await nextTurn();
    const tokens = nameTokens(form);
    for (let from = 0; from < Math.min(tokens.length, MOST_WORDS); from += 1)
      words.push({ key: tokens.slice(from).join(' ').slice(0, LONGEST), id, form });
    for (const key of pinyinsOf(form)) sounds.push({ key, id, form });
  }
  await nextTurn();
  words.sort(byKey);
  sounds.sort(byKey);
  return {
    find: (typed, most) => {
      const found = new Map<string, string>();
      collect(words, nameTokens(typed.slice(0, LONGEST)).join(' '), most, found);
      collect(sounds, typedPinyin(typed) ?? '', most, found);
      return found;
    },
  };
};

const byKey = (a: Entry, b: Entry): number => Number(a.key > b.key) - Number(a.key < b.key);

/** Adds the entries with this key prefix; ids found before keep their form. */
const collect = (entries: readonly Entry[], key: string, most: number, found: Map<string, string>): void => {
  if (key === '') return;
  for (let at = firstFrom(entries, key); found.size < most; at += 1) {
    const entry = entries[at];
    if (!entry?.key.startsWith(key)) break;
    if (!found.has(entry.id)) found.set(entry.id, entry.form);
  }
};

const firstFrom = (entries: readonly Entry[], key: string): number => {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.key ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
};
