const katakana = /^[\u30a1-\u30ff]+$/u;

/** Kana that one paper prints so and another so: `ヴィ` and `ビ`, small letters and large, long vowels or none. */
const large: ReadonlyMap<string, string> = new Map(
  'ァアィイゥウェエォオッツャヤュユョヨヮワヂジヅズ'
    .match(/../gu)
    ?.map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);
const voiced: ReadonlyMap<string, string> = new Map(
  ['ヴァバ', 'ヴィビ', 'ヴェベ', 'ヴォボ', 'ヴブ'].map(
    (pair) => [pair.slice(0, -1), pair.slice(-1)] as const,
  ),
);

/** The form in which spellings of one foreign name in katakana are the same; other words as they are. */
export const foldKana = (word: string): string =>
  katakana.test(word)
    ? word
        .replace(/ヴ[ァィェォ]?/gu, (printed) => voiced.get(printed) ?? printed)
        .replace(/[ァィゥェォッャュョヮヂヅ]/gu, (small) => large.get(small) ?? small)
        .replaceAll('ー', '')
    : word;

const longEnough = 5;

/** Whether two folded names in katakana differ by at most one letter: `ブヤノビツチ`, `ブジヤノビツチ`. */
export const soundAlike = (one: string, other: string): boolean => {
  if (!katakana.test(one) || !katakana.test(other)) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < longEnough || long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const rest = short.length === long.length ? same + 1 : same;
  return short.slice(rest) === long.slice(same + 1);
};
