/** Increase this when the contents of a table or the way keys are made change. */
const format = 4;
const magic = 0x4c504c44;
const headerBytes = 64;

/** The parts of a table, in this order, each aligned to 8 bytes. */
export interface TableParts {
  /** Where each record's text begins, and where the last ends; the most named person first. */
  readonly offsets: Uint32Array;
  readonly records: Uint8Array;
  /** Where keys whose hash has these upper 16 bits start. */
  readonly buckets: Uint32Array;
  /** Ascending. */
  readonly hashes: Uint32Array;
  readonly checks: Uint16Array;
  /** The person and the kind of a key: `packPosting`. */
  readonly postings: Uint32Array;
  /** Names and the ends of names, sorted by text: `packPlace`. */
  readonly places: Uint32Array;
}

/** The file is not a table, is truncated, or was written by another version. */
export class BrokenTable extends Error {
  override readonly name = 'BrokenTable';
}

export const bucketCount = 65_536;
/** The most persons, and the most forms and words of one name, that fit into the numbers of a table. */
export const mostRecords = 2 ** 22;
export const mostForms = 128;
export const mostWords = 4;

export const packPosting = (ordinal: number, kind: number): number => ordinal * 8 + kind;
export const unpackPosting = (posting: number): { ordinal: number; kind: number } => ({
  ordinal: posting >>> 3,
  kind: posting & 7,
});

/** The end of a form of a record, from its word `word` on. */
export const packPlace = (ordinal: number, form: number, word: number): number =>
  ordinal * 512 + form * 4 + word;
export const unpackPlace = (place: number): { ordinal: number; form: number; word: number } => ({
  ordinal: place >>> 9,
  form: (place >>> 2) & 127,
  word: place & 3,
});

/** All parts in one buffer that threads can share. */
export const joinParts = (parts: TableParts): Uint8Array<SharedArrayBuffer> => {
  const counts = [parts.offsets.length - 1, parts.records.length, parts.hashes.length, parts.places.length];
  const places = placeParts(counts);
  const bytes = new Uint8Array(new SharedArrayBuffer(places.end));
  new Uint32Array(bytes.buffer, 0, 6).set([magic, format, ...counts]);
  const put = (start: number, part: Uint8Array | Uint16Array | Uint32Array): void =>
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), start);
  put(places.offsets, parts.offsets);
  put(places.records, parts.records);
  put(places.buckets, parts.buckets);
  put(places.hashes, parts.hashes);
  put(places.checks, parts.checks);
  put(places.postings, parts.postings);
  put(places.places, parts.places);
  return bytes;
};

/**
 * The parts of a table, as views; nothing is copied.
 *
 * @throws {BrokenTable}
 */
export const splitParts = ({ buffer, byteOffset, length }: Uint8Array): TableParts => {
  if (byteOffset !== 0 || length < headerBytes) throw new BrokenTable('shorter than its header');
  const [found, version, ...counts] = new Uint32Array(buffer, 0, 6);
  if (found !== magic) throw new BrokenTable('not a table of persons');
  if (version !== format) throw new BrokenTable(`of format ${version}, not ${format}: build it again`);
  const places = placeParts(counts);
  if (places.end !== length) throw new BrokenTable(`${length} bytes long instead of ${places.end}`);
  const [people = 0, text = 0, keys = 0, ends = 0] = counts;
  return {
    offsets: new Uint32Array(buffer, places.offsets, people + 1),
    records: new Uint8Array(buffer, places.records, text),
    buckets: new Uint32Array(buffer, places.buckets, bucketCount + 1),
    hashes: new Uint32Array(buffer, places.hashes, keys),
    checks: new Uint16Array(buffer, places.checks, keys),
    postings: new Uint32Array(buffer, places.postings, keys),
    places: new Uint32Array(buffer, places.places, ends),
  };
};

const placeParts = ([people = 0, text = 0, keys = 0, ends = 0]: readonly number[]) => {
  let end = headerBytes;
  const take = (bytes: number): number => {
    const start = end;
    end = Math.ceil((end + bytes) / 8) * 8;
    return start;
  };
  const offsets = take((people + 1) * 4);
  const records = take(text);
  const buckets = take((bucketCount + 1) * 4);
  const hashes = take(keys * 4);
  const checks = take(keys * 2);
  const postings = take(keys * 4);
  const places = take(ends * 4);
  return { offsets, records, buckets, hashes, checks, postings, places, end };
};
