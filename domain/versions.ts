/**
 * Writes to the search index carry an external version, so that they can be repeated and arrive in any order:
 * revision × 65536 + enrichment generation. A new generation (a better cleaner, a merged person) of the same
 * revision replaces the old one; an older revision never replaces a newer one.
 */
const generations = 65_536;

/**
 * @param revision    from 1; below 2^37, so that the product stays a safe integer
 * @param generation  0–65535
 */
export const documentVersion = (revision: number, generation = 0): number => {
  const version = revision * generations + generation;
  if (revision < 1 || generation < 0 || generation >= generations || !Number.isSafeInteger(version)) {
    throw new RangeError(`no version for revision ${revision}, generation ${generation}`);
  }
  return version;
};
