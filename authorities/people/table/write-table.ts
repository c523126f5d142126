import { keyKinds, keysOf } from '../name-keys.ts';
import type { PersonRecord } from '../record.ts';
import { GrowingNumbers, GrowingText } from './growing.ts';
import { hashKey } from './key-hash.ts';
import { BrokenTable, bucketCount, joinParts, mostRecords, packPosting } from './layout.ts';
import { listPlaces, type Place, sortPlaces } from './name-places.ts';
import { packRecord } from './record-text.ts';

/**
 * Writes records as one table of bytes for `openPeopleTable`: some 350 bytes and 90 µs per
 * person. Persons with the most names come first, so that every answer begins with the best known namesakes.
 *
 * @param records  with unique ids; iterated once
 * @throws {BrokenTable} at more than four million records
 */
export const writePeopleTable = (records: Iterable<PersonRecord>): Uint8Array<SharedArrayBuffer> => {
  const texts = new GrowingText();
  const starts = new GrowingNumbers();
  const fame = new GrowingNumbers();
  const keys = { hashes: new GrowingNumbers(), checks: new GrowingNumbers(), postings: new GrowingNumbers() };
  const places: Place = {
    texts: new GrowingText(),
    starts: new GrowingNumbers(),
    where: new GrowingNumbers(),
  };
  for (const record of records) {
    const at = starts.length;
    if (at >= mostRecords) throw new BrokenTable(`more than ${mostRecords} persons`);
    starts.push(texts.push(packRecord(record)));
    fame.push(record.names.length);
    for (const [key, kind] of keysOf(record)) {
      const { hash, check } = hashKey(key);
      keys.hashes.push(hash);
      keys.checks.push(check);
      keys.postings.push(packPosting(at, keyKinds.indexOf(kind)));
    }
    listPlaces(record, at, places);
  }
  starts.push(texts.length);
  const order = orderByFame(fame.view());
  const rankOf = new Uint32Array(order.length);
  for (const [rank, at] of order.entries()) rankOf[at] = rank;
  return joinParts({
    ...arrangeTexts(texts.view(), starts.view(), order),
    ...sortKeys(keys.hashes.view(), keys.checks.view(), keys.postings.view(), rankOf),
    places: sortPlaces(places, rankOf),
  });
};

/** Stable: among equally frequent persons the earlier one comes first. */
const orderByFame = (fame: Uint32Array): Uint32Array =>
  Uint32Array.from(fame.keys()).sort((one, other) => (fame[other] ?? 0) - (fame[one] ?? 0) || one - other);

const arrangeTexts = (texts: Uint8Array, starts: Uint32Array, order: Uint32Array) => {
  const records = new Uint8Array(texts.length);
  const offsets = new Uint32Array(order.length + 1);
  let end = 0;
  for (const [rank, at] of order.entries()) {
    const text = texts.subarray(starts[at], starts[at + 1]);
    records.set(text, end);
    end += text.length;
    offsets[rank + 1] = end;
  }
  return { records, offsets };
};

/** By hash, then check, then kind and rank: among namesakes, the most certain match comes first. */
const sortKeys = (hashes: Uint32Array, checks: Uint32Array, postings: Uint32Array, rankOf: Uint32Array) => {
  const buckets = countBuckets(hashes);
  const order = new Uint32Array(hashes.length);
  const next = buckets.slice();
  for (const [at, hash] of hashes.entries()) {
    const bucket = hash >>> 16;
    order[next[bucket] ?? 0] = at;
    next[bucket] = (next[bucket] ?? 0) + 1;
  }
  const ranked = postings.map((posting) => packPosting(rankOf[posting >>> 3] ?? 0, posting & 7));
  const surest = (at: number): number => ((ranked[at] ?? 0) & 7) * mostRecords + ((ranked[at] ?? 0) >>> 3);
  for (let bucket = 0; bucket < bucketCount; bucket += 1)
    order
      .subarray(buckets[bucket], buckets[bucket + 1])
      .sort(
        (one, other) =>
          (hashes[one] ?? 0) - (hashes[other] ?? 0) ||
          (checks[one] ?? 0) - (checks[other] ?? 0) ||
          surest(one) - surest(other),
      );
  return {
    buckets,
    hashes: order.map((at) => hashes[at] ?? 0),
    checks: Uint16Array.from(order, (at) => checks[at] ?? 0),
    postings: order.map((at) => ranked[at] ?? 0),
  };
};

const countBuckets = (hashes: Uint32Array): Uint32Array => {
  const buckets = new Uint32Array(bucketCount + 1);
  for (const hash of hashes) buckets[(hash >>> 16) + 1] = (buckets[(hash >>> 16) + 1] ?? 0) + 1;
  for (let at = 1; at <= bucketCount; at += 1) buckets[at] = (buckets[at] ?? 0) + (buckets[at - 1] ?? 0);
  return buckets;
};
