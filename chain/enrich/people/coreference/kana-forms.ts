const katakana = /^[\u30a1-\u30ff]+$/u;

/** Kana that papers write differently: `ヴィ` and `ビ`, small and large kana, with or without long vowels. */
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
export const foldKana = (word: string): string => (katakana.test(word) ? enlarge(join(word)) : word);

const join = (word: string): string =>
  word.replace(/ヴ[ァィェォ]?/gu, (printed) => voiced.get(printed) ?? printed).replaceAll('ー', '');

/** As long as the word itself. */
const enlarge = (word: string): string =>
  word.replace(/[ァィゥェォッャュョヮヂヅ]/gu, (small) => large.get(small) ?? small);

const longEnough = 5;

/**
 * Whether two names in katakana, as printed, are spellings of one: beside what `foldKana` joins they differ by one
 * small letter that one of them leaves out (`ペトロヴィッチ`, `ペトロヴィチ`), or by the consonant that one writer hears
 * before a glide (`ブジャノ`, `ブヤノ`). Any other letter tells two people apart: `ヨハンソン`, `ヨハンセン`.
 */
export const soundAlike = (one: string, other: string): boolean => {
  if (!katakana.test(one) || !katakana.test(other)) return false;
  const left = join(one);
  const right = join(other);
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length < longEnough || long.length - short.length > 1) return false;
  if (short.length === long.length) return enlarge(short) === enlarge(long);
  const from = [...long].findIndex((letter, at) => enlarge(letter) !== enlarge(short.charAt(at)));
  return enlarge(short.slice(from)) === enlarge(long.slice(from + 1)) && optional.test(long.slice(from));
};

/** Begins with a letter that a spelling may leave out. */
const optional = /^(?:[ァィゥェォッャュョヮ]|ジ[ャュョヤユヨ])/u;
