import { nameTokens } from '../../authorities/people/matching/normalize-name.ts';

interface Entry {
  readonly key: string;
  readonly id: string;
  readonly form: string;
}

/** Names by what they, or any of their words, begin with. */
export interface NamePrefixes {
  /** @returns ids with the name that fits, no order of worth, at most `most` */
  readonly find: (typed: string, most: number) => ReadonlyMap<string, string>;
}

const LONGEST = 100;

export const indexPrefixes = (
  names: Iterable<{ readonly id: string; readonly form: string }>,
): NamePrefixes => {
  const entries: Entry[] = [];
  for (const { id, form } of names) {
    const tokens = nameTokens(form);
    for (let from = 0; from < Math.min(tokens.length, 4); from += 1)
      entries.push({ key: tokens.slice(from).join(' '), id, form });
  }
  entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return {
    find: (typed, most) => {
      const key = nameTokens(typed.slice(0, LONGEST)).join(' ');
      const found = new Map<string, string>();
      if (key === '') return found;
      for (let at = firstFrom(entries, key); found.size < most; at += 1) {
        const entry = entries[at];
        if (!entry?.key.startsWith(key)) break;
        if (!found.has(entry.id)) found.set(entry.id, entry.form);
      }
      return found;
    },
  };
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
