import { idKey, type KeyKind, keyKinds } from '../name-keys.ts';
import type { PersonRecord } from '../record.ts';
import { hashKey } from './key-hash.ts';
import { splitParts, type TableParts, unpackPlace, unpackPosting } from './layout.ts';
import { endOfForm, formsOf } from './name-places.ts';
import { unpackRecord } from './record-text.ts';

/** A person found by a key, and the kind of the key. Ordinals are ranks: the most named person is 0. */
export interface Posting {
  readonly ordinal: number;
  readonly kind: KeyKind;
}

/** Records as bytes; only requested ones become objects. */
export interface PeopleTable {
  readonly size: number;
  readonly at: (ordinal: number) => PersonRecord;
  readonly get: (id: string) => PersonRecord | null;
  /** The persons with the key, most certain and best known first, at most `most`. Takes microseconds at any size. */
  readonly find: (key: string, most: number) => readonly Posting[];
  /** Persons whose names, or ends of names, have this folded prefix, best known first: ordinal and form. */
  readonly beginning: (text: string, most: number) => ReadonlyMap<number, string>;
}

/**
 * Opens a table that `writePeopleTable` wrote. Immediate, because nothing is copied or parsed.
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
      // Keys are compared by hash alone, so another key may have the same one.
      const found = find(idKey(id), mostOfOneHash).map(({ ordinal }) => at(ordinal));
      return found.find((record) => record.id === id) ?? null;
    },
    find,
    beginning: (text, most) => findBeginnings(parts.places, at, text, most),
  };
};

/** How many ids may share a 48-bit hash; more never occur. */
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
  /** The first place whose text, cut to the wanted length, is not before it, or is after it. */
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

/** The places of the lowest ordinals, one each. Linear in the range, without an object per place. */
const bestKnown = (range: Uint32Array, most: number): readonly number[] => {
  if (range.length <= most) return oneEach(range, most);
  // The share of persons below a rank is about the share of places below it, which gives a good first limit.
  let bound = 0;
  for (const place of range) if (place > bound) bound = place;
  for (let share = most / range.length; share < 1; share *= 4) {
    const cut = bound * share;
    const below = range.filter((place) => place <= cut);
    if (below.length < most) continue;
    // A person with many forms has many places.
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
