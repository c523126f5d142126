import { inflateSync } from 'node:zlib';
import { RejectedArticle } from '../../domain/errors.ts';

/** A colour page at 600 dots per inch is smaller. */
const MOST_BYTES = 128 * 1024 * 1024;
/** Of text filters, which real files apply to packed bytes: those of a whole file are fewer. */
const MOST_TEXT_BYTES = 32 * 1024 * 1024;
/** A text of 300 pages has some thousands. */
const MOST_STREAMS = 100_000;
/** Of the thread: enough for three gigabytes. */
const MOST_CPU_MS = 3000;
/** Filters can be chained; real files use two at most. */
const MOST_LAYERS = 4;
/** Forms and pictures that one part draws; maps draw some hundreds. */
const MOST_DRAWN = 5000;
/** States saved within one another; the format's own limit is 28. */
const MOST_SAVED = 5000;
const STREAM = Buffer.from('stream');
const END = Buffer.from('endstream');

/**
 * Rejects a PDF with a part that would unpack to more than any real one, or whose parts take too long together. The
 * PDF reader has no such limits, and its buffers do not count against the memory limit of its thread.
 *
 * @throws {RejectedArticle} `too-large`
 */
export const checkStreams = (bytes: Uint8Array): void => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const began = process.threadCpuUsage();
  let end = 0;
  let streams = 0;
  for (let at = file.indexOf(STREAM); at >= 0; at = file.indexOf(STREAM, at + STREAM.length)) {
    if (file.subarray(at - 3, at).equals(END.subarray(0, 3))) continue;
    streams += 1;
    if (streams > MOST_STREAMS) throw tooLarge(`over ${MOST_STREAMS} parts of a PDF`);
    const { user, system } = process.threadCpuUsage(began);
    if ((user + system) / 1000 > MOST_CPU_MS) throw tooLarge('parts of a PDF that take too long to unpack');
    const start = at + STREAM.length;
    // Searched once for all that begin before it.
    if (end < start) end = endAfter(file, start);
    checkStream(file.subarray(start, end));
  }
};

const endAfter = (file: Buffer, start: number): number => {
  const found = file.indexOf(END, start);
  return found < 0 ? file.length : found;
};

const checkStream = (raw: Buffer): void => {
  const data = raw.subarray(raw[0] === 13 ? 2 : 1);
  let layer: Buffer | null = data;
  for (let n = 0; layer !== null && n < MOST_LAYERS; n += 1) {
    checkOperators(layer);
    layer = unpackOnce(layer);
  }
};

/** The operators `q`, `Q` and `Do`: save the state, restore it, draw a form or a picture. */
const [SAVE, RESTORE, DRAW] = Buffer.from('qQD');
const OF_DRAW = Buffer.from('o')[0];
const SPACE = 0x20;

/** The reader draws a form anew at each use, and takes longer for every state that is saved and not restored. */
const checkOperators = (data: Buffer): void => {
  let drawn = 0;
  let saved = 0;
  for (let at = 0; at < data.length; at += 1) {
    const code = data[at];
    if (code !== SAVE && code !== RESTORE && code !== DRAW) continue;
    if (code === DRAW && data[at + 1] !== OF_DRAW) continue;
    const next = at + (code === DRAW ? 2 : 1);
    if ((data[at - 1] ?? 0) > SPACE || (data[next] ?? 0) > SPACE) continue;
    if (code === DRAW) drawn += 1;
    else saved = Math.max(0, saved + (code === SAVE ? 1 : -1));
    if (drawn > MOST_DRAWN || saved > MOST_SAVED) throw tooLarge('a part of a PDF with too many operators');
  }
};

/** By its first bytes, because the PDF's description of it may itself be in a packed part. */
const unpackOnce = (data: Buffer): Buffer | null => {
  if (isDeflated(data)) return inflate(data);
  const start = data.toString('latin1', 0, 2000);
  const isHex = /^[0-9a-f\s]{20,}(?:>|$)/i.test(start);
  const is85 = /^(?:<~)?[!-uz\s]{20,}(?:~>|$)/.test(start);
  if ((isHex || is85) && data.length > MOST_TEXT_BYTES)
    throw tooLarge(`a part of a PDF in over ${MOST_TEXT_BYTES} digits`);
  if (isHex) return Buffer.from(data.toString('latin1').replace(/[^0-9a-f]/gi, ''), 'hex');
  return is85 ? decode85(data) : null;
};

/** @see RFC 1950, 2.2 */
const isDeflated = (data: Buffer): boolean =>
  data.length > 2 && ((data[0] ?? 0) & 15) === 8 && data.readUInt16BE(0) % 31 === 0;

const inflate = (data: Buffer): Buffer | null => {
  try {
    return inflateSync(data, { maxOutputLength: MOST_BYTES });
  } catch (cause) {
    const isTooLong =
      typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    if (isTooLong) throw tooLarge(`a part of a PDF over ${MOST_BYTES} bytes unpacked`, { cause });
    return null;
  }
};

const tooLarge = (detail: string, options?: ErrorOptions): RejectedArticle =>
  new RejectedArticle('too-large', detail, options);

/** ASCII base 85, ISO 32000-1, 7.4.3. */
const decode85 = (data: Buffer): Buffer => {
  const decoded = Buffer.alloc(data.length * 4);
  let length = 0;
  let group = 0;
  let digits = 0;
  for (const code of data) {
    if (code === 0x7e && length > 0) break;
    if (code === 0x7a && digits === 0) length += 4;
    if (code < 0x21 || code > 0x75) continue;
    group = group * 85 + code - 0x21;
    digits += 1;
    if (digits < 5) continue;
    decoded.writeUInt32BE(group % 2 ** 32, length);
    [length, group, digits] = [length + 4, 0, 0];
  }
  return decoded.subarray(0, length);
};
