import { sniffCharset } from './charset-sniffing.ts';
import { decodeCharset } from './legacy-charsets.ts';
import { readNearlyUtf8 } from './nearly-utf8.ts';

export interface DecodedText {
  readonly text: string;
  /** The charset that was used, as the Encoding Standard names it. */
  readonly charset: string;
}

/**
 * Decodes bytes. Order of precedence: byte order mark, valid UTF-8, the transport's charset,
 * the document's own statement, a guess from the bytes. A statement that garbles the text is ignored; so is Latin 1
 * if another charset is stated too, or if another script is far likelier.
 *
 * @param declared charset of the transport, any label of the Encoding Standard
 */
export const decodeBytes = (bytes: Uint8Array, declared: string | null): DecodedText => {
  const marked = byteOrderMark(bytes);
  if (marked) return decodeAs(bytes, marked);
  const utf8 = provenUtf8(bytes);
  const wide = isWide(bytes) ? wideCharset(bytes, declared) : null;
  if (wide !== null) return decodeAs(bytes, wide);
  if (utf8 !== null) return { text: utf8, charset: 'utf-8' };
  const nearly = readNearlyUtf8(bytes);
  if (nearly !== null) return { text: nearly, charset: 'utf-8' };
  for (const charset of statements(declared, statedCharset(bytes))) {
    const decoded = decodeAs(bytes, charset);
    if (isGarbled(decoded.text, bytes.length)) continue;
    const looks = charset === WESTERN ? sniffCharset(bytes, WESTERN) : charset;
    return looks === charset || LATIN.test(looks) ? decoded : decodeAs(bytes, looks);
  }
  return decodeAs(bytes, sniffCharset(bytes));
};

/** The default that servers and editors state for any text; also the Encoding Standard's name of Latin 1. */
const WESTERN = 'windows-1252';
/** Charsets of Latin letters, which look alike: a statement decides between these and Western. */
const LATIN = /^(?:windows-125[0247]|iso-8859-(?:2|4|9|10|13|15)|macintosh)$/;

/** Stated charsets, the transport's first, but Western last: a page that states another one knows better. */
const statements = (...labels: readonly (string | null)[]): readonly string[] => {
  const known = labels
    .map((label) => (label === null ? null : knownCharset(label)))
    .filter((charset) => charset !== null);
  return [
    ...known.filter((charset) => charset !== WESTERN),
    ...known.filter((charset) => charset === WESTERN),
  ];
};

const byteOrderMark = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
};

/** The text if all bytes are valid UTF-8; a sequence cut off at the very end is allowed. */
const provenUtf8 = (bytes: Uint8Array): string | null => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    // Streaming holds an unfinished last sequence back instead of failing on it.
    return decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
};

const META = /<meta\b[^<>]{0,500}?charset\s{0,3}=\s{0,3}["']?\s{0,3}([\w:.-]{2,40})/i;
const DECLARATION = /^\s{0,100}<\?xml\b[^<>]{0,200}?\bencoding\s{0,3}=\s{0,3}["']([\w:.-]{2,40})/i;
/** Parts without statements of the page: articles about charsets, scripts that load others. */
const ASIDE = /<!--[\s\S]*?(?:-->|$)|<(script|style|title|noscript)\b[\s\S]*?(?:<\/\1|$)/gi;

/** The charset that the first 4 KiB name: `<meta charset>`, `http-equiv`, or an XML declaration. */
const statedCharset = (bytes: Uint8Array): string | null => {
  const start = decodeAs(bytes.subarray(0, 4096), 'windows-1252').text;
  return (DECLARATION.exec(start) ?? META.exec(start.replace(ASIDE, '')))?.[1] ?? null;
};

/** A NUL beside every letter: UTF-16. */
const isWide = (bytes: Uint8Array): boolean => bytes.subarray(0, 1000).includes(0);

/** UTF-16 without a byte order mark, if the transport says so or every other byte is NUL. */
const wideCharset = (bytes: Uint8Array, declared: string | null): string | null => {
  const stated = /^utf-?16(be|le)?$/i.exec(declared ?? '');
  const sample = bytes.subarray(0, 1000);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (stated && even + odd > 0) return even > odd ? 'utf-16be' : 'utf-16le';
  const enough = sample.length / 5;
  if (odd > enough && even === 0) return 'utf-16le';
  return even > enough && odd === 0 ? 'utf-16be' : null;
};

const knownCharset = (label: string): string | null => {
  try {
    const { encoding } = new TextDecoder(label);
    // A page whose statement is readable as ASCII is not UTF-16 (Encoding Standard, prescan).
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return null;
  }
};

const decodeAs = (bytes: Uint8Array, charset: string): DecodedText => ({
  text: decodeCharset(bytes, charset),
  charset,
});

/** More than a few broken sequences, or control characters of the C1 set, which no page prints. */
const isGarbled = (text: string, bytes: number): boolean => {
  const most = 3 + bytes / 2000;
  let broken = 0;
  for (const _ of text.matchAll(/[\uFFFD\u0080-\u009F]/g)) {
    broken += 1;
    if (broken > most) return true;
  }
  return false;
};
