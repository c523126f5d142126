/** 32-bit hashes of parts of a text, without creating strings. */

/** FNV-1a, of 32 bits; lists and models are looked up by it, so writer and reader have to agree. */
export const offsetBasis = 0x811c9dc5;
export const prime = 0x01000193;

const lowered = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
});

/** Zero-width and bidirectional characters, Arabic vowel signs and the tatweel: they do not change a name. */
const unseen = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  /[\u00ad\u0640\u064b-\u0652\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/.test(String.fromCharCode(code))
    ? 1
    : 0,
);

/** Letters written in two ways for one name: hamza seats, the Arabic final forms, the Russian ё. */
const folded: ReadonlyMap<number, number> = new Map(
  [...'أاإاآاىيةهёеییکك'.matchAll(/(.)(.)/gsu)].map(([, from = '', to = '']) => [
    from.charCodeAt(0),
    to.charCodeAt(0),
  ]),
);
for (const [from, to] of folded) lowered[from] = to;
lowered['Ё'.charCodeAt(0)] = 'е'.charCodeAt(0);

/** The lower-case, folded form of one UTF-16 unit; 0 if it is to be skipped. */
export const foldUnit = (code: number): number => ((unseen[code] ?? 0) === 1 ? 0 : (lowered[code] ?? code));

/** FNV-1a over the folded units of `text` from `start` to `end`. */
export const hashFolded = (text: string, start: number, end: number): number => {
  let hash = offsetBasis;
  for (let at = start; at < end; at += 1) {
    const unit = foldUnit(text.charCodeAt(at));
    if (unit !== 0) hash = Math.imul(hash ^ unit, prime);
  }
  return hash >>> 0;
};

/** The same over the unfolded units. */
export const hashExact = (text: string, start: number, end: number): number => {
  let hash = offsetBasis;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash >>> 0;
};

/** Hashes the values of a row's columns in place, each with its own seed so that equal values differ; never 0. */
export const hashColumns = (row: Uint32Array, from: number, to: number, seed: number): void => {
  for (let at = from; at < to; at += 1) row[at] = mix(seed + at - from, row[at] ?? 0) || 1;
};

/** Mixes a value into a hash so that nearby inputs land far apart (the finish of MurmurHash3). */
export const mix = (seed: number, value: number): number => {
  let hash = Math.imul(seed ^ Math.imul(value | 0, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};
