/** 48 bits of a key. */
export interface KeyHash {
  /** The sort order of keys. */
  readonly hash: number;
  /** 16 more bits, so that with ten million keys a chance collision happens once in millions of look-ups. */
  readonly check: number;
}

export const hashKey = (key: string): KeyHash => {
  let hash = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    hash = Math.imul(hash ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
    other ^= other >>> 15;
  }
  return { hash: scatter(hash), check: scatter(other) >>> 16 };
};

/** Every bit of the sum reaches every bit of the hash. @see MurmurHash3, finalizer (public domain) */
const scatter = (sum: number): number => {
  let hash = sum ^ (sum >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};
