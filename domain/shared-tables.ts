/**
 * Large read-only tables (models, authorities), as bytes that all threads of a process share. A loader requests its
 * table by name with a function that makes it; only the first request in a process runs it.
 *
 * ```ts
 * const bytes = tables.bytes('people-latin', () => gunzipSync(readFileSync(path)));
 * const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
 * ```
 */
export interface SharedTables {
  /**
   * @param name  one for each content; tables read from different folders have different names
   * @param make  the bytes, aligned for typed arrays: offset 0 is aligned for every type.
   *   They are copied, unless they already fill a SharedArrayBuffer
   * @returns the table, never to be written to
   */
  readonly bytes: (name: string, make: () => Uint8Array) => Uint8Array<SharedArrayBuffer>;
  /** All tables made so far, for `createSharedTables` in another thread: nothing is copied. */
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
