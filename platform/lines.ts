/** One line of a byte stream. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Of its first byte, in the stream. */
  readonly offset: number;
  /** Without its line feed; `null` if it is longer than allowed. */
  readonly bytes: Buffer | null;
}

/**
 * Splits a stream into lines and keeps only one in memory. The rest of a line that is too long is skipped. Blank
 * lines are left out but counted.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 1;
  let offset = 0;
  const take = (): Line | null => {
    const bytes = length > maxBytes ? null : Buffer.concat(parts);
    const line = { number, offset, bytes };
    offset += length + 1;
    number += 1;
    parts = [];
    length = 0;
    return bytes === null || !isBlank(bytes) ? line : null;
  };
  for await (const chunk of chunks) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      push(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
      const line = take();
      if (line) yield line;
    }
    push(rest);
  }
  const last = length > 0 ? take() : null;
  if (last) yield last;

  function push(part: Buffer): void {
    length += part.length;
    if (length > maxBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  }
}

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte === 32 || byte === 13 || byte === 9);
