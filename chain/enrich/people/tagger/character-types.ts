/** Kinds of character that a name without spaces is written in. */
export const types = {
  other: 0,
  hiragana: 1,
  katakana: 2,
  han: 3,
  hangul: 4,
  latin: 5,
  digit: 6,
  dot: 7,
  blank: 8,
  stop: 9,
} as const;

const classify = (code: number): number => {
  if (code >= 0x4e00 && code <= 0x9fff) return types.han;
  if (code === 0x3005 || (code >= 0x3400 && code < 0x4dc0) || (code >= 0xf900 && code < 0xfb00))
    return types.han;
  if (
    code === 0x30fb ||
    code === 0xb7 ||
    code === 0xff65 ||
    code === 0x2022 ||
    code === 0x2027 ||
    code === 0xff1d ||
    code === 0x30a0
  )
    return types.dot;
  if (code >= 0x3041 && code <= 0x309f) return types.hiragana;
  if (code >= 0x30a1 && code <= 0x30ff) return types.katakana;
  if (code >= 0xac00 && code <= 0xd7a3) return types.hangul;
  if (code === 48) return types.digit;
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code < 0x250))
    return types.latin;
  if (code === 32 || code === 0x3000 || code === 0xa0) return types.blank;
  if (
    code < 32 ||
    '。！？；!?;，、,()（）「」『』【】《》〈〉"“”[]{}<>|/：:…'.includes(String.fromCharCode(code))
  )
    return types.stop;
  return types.other;
};

const table = Uint8Array.from({ length: 0x10000 }, (_, code) => classify(code));

/** The kind of one UTF-16 unit whose digits are folded. */
export const typeOf = (code: number): number => table[code] ?? types.other;

/** All digits are one. */
export const foldDigit = (code: number): number =>
  (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19) ? 48 : code;
