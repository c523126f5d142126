/** How many valid multi-byte sequences there must be for each broken one. */
const SOUND_PER_BROKEN = 4;

/**
 * Text that is UTF-8 except for a few broken bytes: in any other charset, bytes would not form UTF-8 sequences so
 * often by chance. A broken byte within Latin letters is read as windows-1252, the usual origin of such bytes.
 *
 * @returns `null` if too much is broken
 */
export const readNearlyUtf8 = (bytes: Uint8Array): string | null => {
  const { sound, broken } = scan(bytes);
  if (broken.length === 0 || sound < SOUND_PER_BROKEN * broken.length) return null;
  const utf8 = new TextDecoder('utf-8');
  const latin = new TextDecoder('windows-1252');
  let text = '';
  let from = 0;
  for (const at of broken) {
    text += utf8.decode(bytes.subarray(from, at), KEEP_MARK);
    text +=
      isLetter(bytes[at - 1]) || isLetter(bytes[at + 1])
        ? latin.decode(bytes.subarray(at, at + 1))
        : '\ufffd';
    from = at + 1;
  }
  return text + utf8.decode(bytes.subarray(from), KEEP_MARK);
};

const KEEP_MARK = { stream: false } as const;
const isLetter = (byte = 0): boolean => /[A-Za-z]/.test(String.fromCharCode(byte));

/** Valid sequences of two or more bytes, and the positions of bytes outside valid sequences: no more than may be allowed. */
const scan = (bytes: Uint8Array): { readonly sound: number; readonly broken: readonly number[] } => {
  let sound = 0;
  const broken: number[] = [];
  const mostBroken = bytes.length / 2 / SOUND_PER_BROKEN;
  for (let at = 0; at < bytes.length && broken.length <= mostBroken; ) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      at += 1;
      continue;
    }
    const length = lengthOf(byte);
    if (length > 0 && continues(bytes, at, length)) {
      sound += 1;
      at += length;
    } else {
      broken.push(at);
      at += 1;
    }
  }
  return { sound, broken };
};

const lengthOf = (lead: number): number => {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
};

const continues = (bytes: Uint8Array, at: number, length: number): boolean => {
  for (let next = at + 1; next < at + length; next += 1)
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return false;
  return true;
};
