import { sniffCharset } from './charset-sniffing.ts';
import { countHigh, type HighCounts } from './high-characters.ts';
import { decodeCharset } from './legacy-charsets.ts';

const SAMPLE = 200_000;
const ENOUGH = 30;

/**
 * Restores text that was decoded in a wrong charset before it reached us: UTF-8 read as windows-1252 (`MÃ¼nchen`), or
 * an Asian or Cyrillic charset read as Latin (`±±¾©`), or both in sequence. Text is restored only if this loses
 * nothing.
 */
export const repairGarbled = (text: string): string => {
  const counts = countHigh(text, SAMPLE);
  const repaired = fromUtf8(text, counts);
  return fromLatin(repaired, repaired === text ? counts : countHigh(repaired, SAMPLE));
};

/** This many pairs exclude chance: no language writes such characters in sequence. */
const ENOUGH_PAIRS = 3;
const RUN_OF_BYTES =
  /[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2,}/g;

/** Run by run, because only parts of a page may be garbled. */
const fromUtf8 = (text: string, { pairs }: HighCounts): string => {
  if (pairs < ENOUGH_PAIRS) return text;
  const runs = text.slice(0, SAMPLE).match(RUN_OF_BYTES) ?? [];
  const garbled = runs.filter((run) => ungarble(run) !== run).length;
  if (garbled < ENOUGH_PAIRS || garbled * 2 < runs.length) return text;
  return text.replace(RUN_OF_BYTES, ungarble);
};

const ungarble = (run: string): string => {
  const bytes = bytesOf(run, WINDOWS_1252);
  if (bytes === null) return run;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return run;
  }
};

/** Charsets whose letters all have high bytes, which as Latin become runs longer than in any language. */
const FOREIGN: ReadonlySet<string> = new Set([
  'gb18030',
  'big5',
  'euc-jp',
  'euc-kr',
  'windows-1251',
  'koi8-r',
  'windows-1253',
]);

const fromLatin = (text: string, { high, inRuns }: HighCounts): string => {
  if (high < ENOUGH || inRuns * 2 < high) return text;
  for (const table of [LATIN_9, WINDOWS_1252]) {
    const bytes = bytesOf(text, table);
    if (bytes === null) continue;
    const charset = sniffCharset(bytes);
    if (!FOREIGN.has(charset)) return text;
    const read = decodeCharset(bytes, charset);
    if (!read.includes('\ufffd')) return read;
  }
  return text;
};

/** Bytes by the character that a charset maps them to, if the two have different numbers. */
type Table = ReadonlyMap<string, number>;

const tableOf = (charset: string): Table =>
  new Map(
    Array.from({ length: 128 }, (_, at) => at + 128)
      .map((byte): [string, number] => [new TextDecoder(charset).decode(Uint8Array.of(byte)), byte])
      .filter(([character, byte]) => character.charCodeAt(0) !== byte),
  );

const WINDOWS_1252 = tableOf('windows-1252');
const LATIN_9 = tableOf('iso-8859-15');

/** `null` if a character has no byte. */
const bytesOf = (text: string, table: Table): Uint8Array | null => {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const byte = code < 0x80 ? code : (table.get(text.charAt(at)) ?? code);
    if (byte > 0xff) return null;
    bytes[at] = byte;
  }
  return bytes;
};
