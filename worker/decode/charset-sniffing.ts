/**
 * Which legacy charset bytes without a (true) statement are in. Each candidate decodes a sample; what comes
 * out is scored by how plausible it is as running text.
 *
 * @param stated  the charset that a statement names, if any: another has to be far likelier
 * @returns a label of the Encoding Standard; `windows-1252` where nothing speaks for another
 */
export const sniffCharset = (bytes: Uint8Array, stated: string | null = null): string => {
  const sample = highBytes(bytes);
  if (sample.length === 0) return 'windows-1252';
  let best = { charset: 'windows-1252', score: Number.NEGATIVE_INFINITY };
  for (const candidate of CANDIDATES) {
    const score =
      plausibility(new TextDecoder(candidate.charset).decode(sample), candidate) +
      candidate.prior +
      (candidate.charset === stated ? STATEMENT_WEIGHT : 0);
    if (score > best.score) best = { charset: candidate.charset, score };
  }
  return best.charset;
};

const STATEMENT_WEIGHT = 0.5;

interface Candidate {
  readonly charset: string;
  /** Its letters stand among ASCII ones; those of other scripts make words of their own. */
  readonly latin?: true;
  /** Letters that the charset is used for. */
  readonly expected: RegExp;
  /** The commonest of them. */
  readonly common: RegExp;
  /** Breaks ties towards the commoner charset. */
  readonly prior: number;
}

const HAN = /[\u4e00-\u9fff]/g;
const COMMON_HAN =
  /[的一是不了在人有我他这中大来上国个到说们为和你地出道也时年得就那要下以生会自着去之过家学可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长這來國個說們為時會過學裡後麼沒還發當開無見經頭動長]/g;

const CANDIDATES: readonly Candidate[] = [
  { charset: 'gb18030', expected: HAN, common: COMMON_HAN, prior: 0.02 },
  { charset: 'big5', expected: HAN, common: COMMON_HAN, prior: 0 },
  {
    charset: 'shift_jis',
    expected: /[\u3040-\u30ff\u4e00-\u9fff]/g,
    common: /[\u3041-\u3093\u30fc]/g,
    prior: 0,
  },
  {
    charset: 'euc-jp',
    expected: /[\u3040-\u30ff\u4e00-\u9fff]/g,
    common: /[\u3041-\u3093\u30fc]/g,
    prior: 0,
  },
  { charset: 'euc-kr', expected: /[\uac00-\ud7af]/g, common: /[이다는의에을하한가고로지사기]/g, prior: 0 },
  {
    charset: 'windows-1251',
    expected: /[\u0400-\u045f\u0490\u0491]/g,
    common: /[оеаинтсрвлкмп]/g,
    prior: 0.02,
  },
  { charset: 'koi8-r', expected: /[\u0400-\u045f]/g, common: /[оеаинтсрвлкмп]/g, prior: 0 },
  { charset: 'ibm866', expected: /[\u0400-\u045f]/g, common: /[оеаинтсрвлкмп]/g, prior: -0.02 },
  { charset: 'iso-8859-5', expected: /[\u0400-\u045f]/g, common: /[оеаинтсрвлкмп]/g, prior: -0.02 },
  { charset: 'windows-1253', expected: /[\u0386-\u03ce]/g, common: /[αοιετσνηυρπάίό]/g, prior: 0 },
  { charset: 'windows-1256', expected: /[\u060c-\u06d2]/g, common: /[اليمنروتبةعدسف]/g, prior: 0 },
  { charset: 'windows-1255', expected: /[\u05d0-\u05ea]/g, common: /[יוהלאתמרבש]/g, prior: 0 },
  { charset: 'windows-874', expected: /[\u0e01-\u0e5b]/g, common: /[านรอกเงมยลวดทสต่้]/g, prior: 0 },
  {
    charset: 'windows-1254',
    latin: true,
    expected: /[çğıöşüâîûÇĞİÖŞÜ]/g,
    common: /[ığşüöç]/g,
    prior: -0.01,
  },
  {
    charset: 'windows-1250',
    latin: true,
    expected: /[ąćęłńóśźżáčďéěíňřšťúůýžäöüßăâîșțőűĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽÄÖÜŐŰ]/g,
    common: /[ąęłóśżćńáéíěščřžýů]/g,
    prior: -0.01,
  },
  {
    charset: 'iso-8859-2',
    latin: true,
    expected: /[ąćęłńóśźżáčďéěíňřšťúůýžäöüßăâîőűĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽÄÖÜŐŰ]/g,
    common: /[ąęłóśżćńáéíěščřžýů]/g,
    prior: -0.02,
  },
  {
    charset: 'windows-1252',
    latin: true,
    expected: /[à-öø-ÿÀ-ÖØ-ßœŒ«»„“”‘’–—…€£¿¡°§©®]/g,
    common: /[éèàáíóúñçäöüßâêôåæøãõ’“”«»–]/g,
    prior: 0.01,
  },
];

const plausibility = (text: string, { expected, common, latin }: Candidate): number => {
  let letters = 0;
  let broken = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    letters += 1;
    if (code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code < 0xf900)) broken += 1;
  }
  if (letters === 0) return -1;
  const share = (pattern: RegExp): number => (text.match(pattern)?.length ?? 0) / letters;
  const misplaced = (latin ? crowdedLetters(text) : 2 * looseLetters(text)) / letters;
  return share(expected) + share(common) - misplaced - (8 * broken) / letters;
};

const LONG_RUN = 4;
const CROWD = new RegExp(`[^\\u0000-\\u007f\\p{P}\\p{Z}]{${LONG_RUN},}`, 'gu');

/** Signs that are not ASCII in longer runs than a language of Latin letters has. */
const crowdedLetters = (text: string): number =>
  text.match(CROWD)?.reduce((sum, run) => sum + run.length, 0) ?? 0;

const RUN = /(?:[^\P{L}A-Za-z]|\p{M})+/gu;
const ASCII_LETTER = /[A-Za-z]/;

/** Letters that are not ASCII and stand alone or repeat but one, or a few of them within an ASCII word. */
const looseLetters = (text: string): number => {
  let loose = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const mixed = ASCII_LETTER.test(`${text[index - 1] ?? ''}${text[index + run.length] ?? ''}`);
    if (new Set(run).size === 1 || (mixed && run.length < LONG_RUN)) loose += run.length;
  }
  return loose;
};

/** Up to 32 KiB of the stretches that are not ASCII, each with the ASCII bytes beside it thinned to one. */
const highBytes = (bytes: Uint8Array): Uint8Array => {
  const sample = new Uint8Array(32_768);
  const isHigh = (at: number): boolean => (bytes[at] ?? 0) >= 0x80;
  let length = 0;
  for (let at = 0; at < bytes.length && length < sample.length; at += 1) {
    // Second bytes of Big5, GB 18030 and Shift_JIS may be ASCII, and letters beside tell scripts apart.
    if (!isHigh(at) && !isHigh(at - 1) && !isHigh(at + 1)) continue;
    sample[length] = bytes[at] ?? 0;
    length += 1;
  }
  return sample.subarray(0, length);
};
