import { createSHA256, type IHasher } from 'hash-wasm';

/** The state of a hash, enough to continue in another thread or process, and the hash so far. */
export interface SavedHash {
  readonly bytes: number;
  /** Its state, base64. */
  readonly hash: string;
  readonly sha256: string;
}

/** A hash over a stream, and the number of bytes. */
export interface RunningHash {
  /** Shared memory is read in place, so its bytes must not change any more. */
  readonly take: (bytes: Uint8Array) => void;
  /** Over everything so far. */
  readonly save: () => Promise<SavedHash>;
  readonly close: () => Promise<void>;
}

/** A hash in this thread, new or continued. */
export const openHasher = async (from: Pick<SavedHash, 'bytes' | 'hash'> | null) => {
  const hasher = await createSHA256();
  hasher.init();
  if (from) hasher.load(Buffer.from(from.hash, 'base64'));
  let bytes = from?.bytes ?? 0;
  return {
    take: (part: Uint8Array): void => {
      hasher.update(part);
      bytes += part.length;
    },
    save: (): SavedHash => ({ bytes, ...stateOf(hasher) }),
  };
};

/** Digesting ends a hash, so its state is restored afterwards. */
const stateOf = (hasher: IHasher): Pick<SavedHash, 'hash' | 'sha256'> => {
  const state = hasher.save();
  const sha256 = hasher.digest('hex');
  hasher.load(state);
  return { hash: Buffer.from(state).toString('base64'), sha256 };
};
