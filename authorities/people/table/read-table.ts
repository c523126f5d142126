import { idKey, type KeyKind, keyKinds } from '../name-keys.ts';
import type { PersonRecord } from '../record.ts';
import { hashKey } from './key-hash.ts';
import { splitParts, type TableParts, unpackPlace, unpackPosting } from './layout.ts';
import { endOfForm, formsOf } from './name-places.ts';
import { unpackRecord } from './record-text.ts';

/** Someone who is looked up by a key, and what the key is to them. Ordinals are ranks: the most named is 0. */
export interface Posting {
  readonly ordinal: number;
  readonly kind: KeyKind;
}

/** Records as they lie in bytes; only what is asked for becomes objects. */
export interface PeopleTable {
  readonly size: number;
  readonly at: (ordinal: number) => PersonRecord;
  readonly get: (id: string) => PersonRecord | null;
  /** Who has the key, the surest and the best known first, at most `most`. Microseconds, whatever the size. */
  readonly find: (key: string, most: number) => readonly Posting[];
  /** Whose names, or ends of names, begin so, the best known first: ordinal and form. The text is folded. */
  readonly beginning: (text: string, most: number) => ReadonlyMap<number, string>;
}

/**
 * Opens a table that `writePeopleTable` wrote. Nothing is copied or parsed: at once.
 *
 * @throws {BrokenTable}
 */
export const openPeopleTable = (bytes: Uint8Array): PeopleTable => {
  const parts = splitParts(bytes);
  const texts = Buffer.from(parts.records.buffer, parts.records.byteOffset, parts.records.length);
  const at = (ordinal: number): PersonRecord =>
    unpackRecord(texts.toString('utf8', parts.offsets[ordinal], parts.offsets[ordinal + 1]));
  const find = (key: string, most: number): Posting[] => findPostings(parts, key, most);
  return {
    size: parts.offsets.length - 1,
    at,
    get: (id) => {
      // Keys are known by their hash alone: another's may be the same.
      const found = find(idKey(id), mostOfOneHash).map(({ ordinal }) => at(ordinal));
      return found.find((record) => record.id === id) ?? null;
    },
    find,
    beginning: (text, most) => findBeginnings(parts.places, at, text, most),
  };
};

/** Ids that share a hash of 48 bits; more never meet. */
const mostOfOneHash = 4;

const findPostings = (
  { buckets, hashes, checks, postings }: TableParts,
  key: string,
  most: number,
): Posting[] => {
  const { hash, check } = hashKey(key);
  const found: Posting[] = [];
  const end = buckets[(hash >>> 16) + 1] ?? 0;
  let low = buckets[hash >>> 16] ?? 0;
  for (let high = end; low < high; ) {
    const middle = (low + high) >>> 1;
    const there = hashes[middle] ?? 0;
    if (there < hash || (there === hash && (checks[middle] ?? 0) < check)) low = middle + 1;
    else high = middle;
  }
  for (; low < end && hashes[low] === hash && checks[low] === check && found.length < most; low += 1) {
    const { ordinal, kind } = unpackPosting(postings[low] ?? 0);
    const named = keyKinds[kind];
    if (named) found.push({ ordinal, kind: named });
  }
  return found;
};

const findBeginnings = (
  places: Uint32Array,
  at: (ordinal: number) => PersonRecord,
  text: string,
  most: number,
): ReadonlyMap<number, string> => {
  const wanted = Buffer.from(text);
  const formAt = (place: number): { form: string; word: number } => {
    const { ordinal, form, word } = unpackPlace(place);
    return { form: formsOf(at(ordinal))[form] ?? '', word };
  };
  /** The first place whose text, cut to the length of what is wanted, is not before it, or is behind it. */
  const firstFrom = (isBehind: boolean): number => {
    let low = 0;
    for (let high = places.length; low < high; ) {
      const middle = (low + high) >>> 1;
      const { form, word } = formAt(places[middle] ?? 0);
      const order = Buffer.from(endOfForm(form, word)).subarray(0, wanted.length).compare(wanted);
      if (order < 0 || (isBehind && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const range = places.subarray(firstFrom(false), firstFrom(true));
  return new Map(
    bestKnown(range, most).map((place) => [unpackPlace(place).ordinal, formAt(place).form] as const),
  );
};

/** The places of the lowest ordinals, one each. Linear in the range, without an object a place. */
const bestKnown = (range: Uint32Array, most: number): readonly number[] => {
  if (range.length <= most) return oneEach(range, most);
  // The share of persons below a rank is the share of places below it, about: one look tells where to cut.
  let bound = 0;
  for (const place of range) if (place > bound) bound = place;
  for (let share = most / range.length; share < 1; share *= 4) {
    const cut = bound * share;
    const below = range.filter((place) => place <= cut);
    if (below.length < most) continue;
    // A person of many forms fills many places.
    const chosen = oneEach(below, most);
    if (chosen.length >= most) return chosen;
  }
  return oneEach(range, most);
};

const oneEach = (range: Uint32Array, most: number): readonly number[] => {
  const chosen = new Map<number, number>();
  for (const place of range.slice().sort()) {
    if (chosen.size >= most) break;
    const { ordinal } = unpackPlace(place);
    if (!chosen.has(ordinal)) chosen.set(ordinal, place);
  }
  return [...chosen.values()];
};
