import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

const MAX_HEADER = 64 * 1024;

/** Field lines of a header; the last one of each name counts; line ends with or without CR. */
export const fieldsOf = (header: string): ReadonlyMap<string, string> =>
  new Map(
    header.split(/\r?\n/).flatMap((line) => {
      const at = line.indexOf(':');
      return at < 1 ? [] : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const];
    }),
  );

/** Index after the empty line that ends a header, with CRLF or LF line ends; -1 if there is none. */
export const endOfHeader = (bytes: Uint8Array): number => {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAX_HEADER));
  const ends = ['\r\n\r\n', '\n\n', '\n\r\n'].flatMap((mark) => {
    const at = start.indexOf(mark);
    return at < 0 ? [] : [at + mark.length];
  });
  return ends.length === 0 ? -1 : Math.min(...ends);
};

export const splitHttp = (message: Uint8Array): { readonly head: string; readonly body: Uint8Array } => {
  const at = Math.max(0, endOfHeader(message));
  return {
    head: new TextDecoder('windows-1252').decode(message.subarray(0, at)),
    body: message.subarray(at),
  };
};

/** The body without chunking and compression; unchanged if it has neither. */
export const bodyOf = (
  raw: Uint8Array,
  fields: ReadonlyMap<string, string>,
  maxOutputLength: number,
): Uint8Array => {
  const whole = /chunked/i.test(fields.get('transfer-encoding') ?? '') ? withoutChunks(raw) : raw;
  const unpackers = UNPACKERS[fields.get('content-encoding')?.toLowerCase().trim() ?? ''] ?? [];
  for (const unpack of unpackers) {
    try {
      return unpack(whole, { maxOutputLength });
    } catch {
      // Archivers often store an unpacked body with its old header; servers send "deflate" with and without its wrapper.
    }
  }
  return whole;
};

const UNPACKERS: Readonly<
  Record<string, readonly ((bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array)[]>
> = {
  gzip: [gunzipSync],
  'x-gzip': [gunzipSync],
  deflate: [inflateSync, inflateRawSync],
  br: [brotliDecompressSync],
};

const withoutChunks = (raw: Uint8Array): Uint8Array => {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < raw.length) {
    const line = new TextDecoder('windows-1252').decode(raw.subarray(at, at + 20));
    const size = /^([0-9a-f]{1,8})[^\n]{0,10}\r?\n/i.exec(line);
    if (!size) return parts.length === 0 ? raw : Buffer.concat(parts);
    const length = Number.parseInt(size[1] ?? '0', 16);
    if (length === 0) break;
    parts.push(raw.subarray(at + size[0].length, at + size[0].length + length));
    at += size[0].length + length;
    while (raw[at] === 13 || raw[at] === 10) at += 1;
  }
  return Buffer.concat(parts);
};
