/** Bands of a signature; each is equal in two texts with the fourth power of the share of their common shingles. */
export const bands = 16;
const rows = 4;
const shingleTokens = 5;
/** Shorter texts (captions, "No comment") are alike without being copies. */
const fewestShingles = 25;
const mostTokens = 3000;

/** A word, or one character of scripts written without spaces. */
const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]|[\p{L}\p{N}]{1,64}/gu;

/**
 * A fingerprint that copies of one wire text share in most bands and other texts in none: MinHash over runs of five
 * words (or characters), in bands for look-up by term. Pure: equal text, equal fingerprint, on any machine.
 *
 * @returns 16 terms, or none for a text too short to judge
 * @see A. Broder, On the resemblance and containment of documents, 1997
 */
export const signatureOf = (text: string): readonly string[] => {
  const tokens: string[] = [];
  for (const [word] of text.matchAll(token)) {
    tokens.push(word.toLowerCase());
    if (tokens.length >= mostTokens) break;
  }
  if (tokens.length - shingleTokens + 1 < fewestShingles) return [];
  const minima = new Uint32Array(bands * rows).fill(0xffffffff);
  for (let start = 0; start + shingleTokens <= tokens.length; start += 1) {
    sink(minima, hash(tokens.slice(start, start + shingleTokens).join(' ')));
  }
  return Array.from({ length: bands }, (_, band) => {
    const own = minima.subarray(band * rows, (band + 1) * rows);
    return `${band.toString(36)}-${hash(own.join(',')).toString(36)}`;
  });
};

/** Keeps the least of each permutation of the hashes. */
const sink = (minima: Uint32Array, shingle: number): void => {
  for (let n = 0; n < minima.length; n += 1) {
    const permuted = mix(shingle ^ Math.imul(n + 1, 0x9e3779b1));
    if (permuted < (minima[n] ?? 0)) minima[n] = permuted;
  }
};

/** FNV-1a over UTF-16 units, then mixed. */
const hash = (text: string): number => {
  let state = 0x811c9dc5;
  for (let n = 0; n < text.length; n += 1) state = Math.imul(state ^ text.charCodeAt(n), 0x01000193);
  return mix(state);
};

/** A bijection of 32-bit numbers that spreads every bit. */
const mix = (value: number): number => {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};
