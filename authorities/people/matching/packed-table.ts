import type { Probabilities } from './units.ts';

/** Five bytes an entry: the hash, and the logarithm of the value in steps of 1/15. */
const entryBytes = 5;
const steps = 15;
const decoded = Float64Array.from({ length: 256 }, (_, code) => Math.exp(-code / steps));

export const packEntries = (
  entries: Iterable<readonly [key: number, value: number]>,
  size: number,
): Buffer => {
  const bytes = Buffer.alloc(size * entryBytes);
  let at = 0;
  for (const [key, value] of entries) {
    bytes.writeUInt32LE(key, at);
    bytes.writeUInt8(Math.min(255, Math.round(-Math.log(Math.min(1, value)) * steps)), at + 4);
    at += entryBytes;
  }
  return bytes;
};

/** A third more slots than entries: short probes and little memory; every thread has its own table. */
const slotsAnEntry = 4 / 3;

/** A filter with one bit per entry: most keys that are looked up do not exist, and a few kilobytes can tell. */
const bitsAnEntry = 8;

/** Packed entries, looked up without unpacking: eight bytes per entry in memory. Open addressing; 0 is never a key. */
export const openEntries = (bytes: Buffer): Probabilities => {
  const count = Math.floor(bytes.length / entryBytes);
  const slots = Math.ceil(count * slotsAnEntry) + 1;
  const keys = new Uint32Array(slots);
  const codes = new Uint8Array(slots);
  const bits = Math.max(5, Math.ceil(Math.log2(count * bitsAnEntry + 1)));
  const present = new Uint32Array(2 ** (bits - 5));
  const slotOf = (scattered: number, key: number): number => {
    let slot = Math.floor((scattered / 2 ** 32) * slots);
    while (keys[slot] !== 0 && keys[slot] !== key) slot = slot + 1 === slots ? 0 : slot + 1;
    return slot;
  };
  for (let at = 0; at < count * entryBytes; at += entryBytes) {
    const key = bytes.readUInt32LE(at) || 1;
    const scattered = scatter(key);
    const slot = slotOf(scattered, key);
    keys[slot] = key;
    codes[slot] = bytes.readUInt8(at + 4);
    const bit = scattered >>> (32 - bits);
    present[bit >>> 5] = (present[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return {
    get: (wanted) => {
      const key = wanted || 1;
      const scattered = scatter(key);
      const bit = scattered >>> (32 - bits);
      if (((present[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return 0;
      const slot = slotOf(scattered, key);
      return keys[slot] === 0 ? 0 : (decoded[codes[slot] ?? 0] ?? 0);
    },
  };
};

const scatter = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 0;
