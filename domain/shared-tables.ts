/**
 * Large read-only tables (models, authorities), as bytes that all threads of a process read at one place. A loader
 * asks for its table by name and says how to make it; only the first asker of a process does the work.
 *
 * ```ts
 * const bytes = tables.bytes('people-latin', () => gunzipSync(readFileSync(path)));
 * const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
 * ```
 */
export interface SharedTables {
  /**
   * @param name  one for each content; tables read from different folders bear different names
   * @param make  the bytes, laid out so that typed arrays can stand on them: offset 0 is aligned for every type.
   *   They are copied, unless they fill a SharedArrayBuffer already
   * @returns the table, never to be written to
   */
  readonly bytes: (name: string, make: () => Uint8Array) => Uint8Array<SharedArrayBuffer>;
  /** All tables made so far, for `createSharedTables` in another thread: nothing is copied on the way. */
  readonly made: () => TableBuffers;
}

export type TableBuffers = ReadonlyMap<string, SharedArrayBuffer>;

/** @param known  tables that another thread of this process has made */
export const createSharedTables = (known: TableBuffers = new Map()): SharedTables => {
  const buffers = new Map(known);
  return {
    bytes: (name, make) => {
      const buffer = buffers.get(name) ?? share(make());
      buffers.set(name, buffer);
      return new Uint8Array(buffer);
    },
    made: () => buffers,
  };
};

const share = (bytes: Uint8Array): SharedArrayBuffer => {
  if (bytes.buffer instanceof SharedArrayBuffer && bytes.length === bytes.buffer.byteLength)
    return bytes.buffer;
  const buffer = new SharedArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
};
