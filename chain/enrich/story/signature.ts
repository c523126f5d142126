import { hash, mix, readRuns } from './runs.ts';

/** Bands of a signature; each is equal in two texts with the square of the share of their common runs. */
const bands = 24;
const rows = 2;

/** How many bands two texts have in common; those with 30 % of their runs in common have one in nine cases of ten. */
export const sharedBands = (a: readonly string[], b: readonly string[]): number =>
  a.filter((band) => b.includes(band)).length;

/**
 * A fingerprint by which likely copies are looked up as terms: MinHash over a text's runs, in bands. It only finds
 * candidates; `areCopies` decides.
 *
 * @returns 24 terms, or none for a text too short to judge
 * @see A. Broder, On the resemblance and containment of documents, 1997
 */
export const signatureOf = (text: string): readonly string[] => {
  const read = readRuns(text);
  if (!read) return [];
  const minima = new Uint32Array(bands * rows).fill(0xffffffff);
  for (const run of read.runs) sink(minima, run);
  return Array.from({ length: bands }, (_, band) => {
    const own = minima.subarray(band * rows, (band + 1) * rows);
    return `${band.toString(36)}-${hash(own.join(',')).toString(36)}`;
  });
};

/** Keeps the minimum of each permutation of the hashes. */
const sink = (minima: Uint32Array, run: number): void => {
  for (let n = 0; n < minima.length; n += 1) {
    const permuted = mix(run ^ Math.imul(n + 1, 0x9e3779b1));
    if (permuted < (minima[n] ?? 0)) minima[n] = permuted;
  }
};
