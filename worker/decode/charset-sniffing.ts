/**
 * Which legacy charset bytes without a (true) statement are in. Each candidate decodes a sample; what comes
 * out is scored by how plausible it is as running text.
 *
 * @returns a label of the Encoding Standard; `windows-1252` where nothing speaks for another
 */
export const sniffCharset = (bytes: Uint8Array): string => {
  const sample = highBytes(bytes);
  if (sample.length === 0) return 'windows-1252';
  let best = { charset: 'windows-1252', score: Number.NEGATIVE_INFINITY };
  for (const candidate of CANDIDATES) {
    const score =
      plausibility(new TextDecoder(candidate.charset).decode(sample), candidate) + candidate.prior;
    if (score > best.score) best = { charset: candidate.charset, score };
  }
  return best.charset;
};

interface Candidate {
  readonly charset: string;
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
  { charset: 'windows-1254', expected: /[çğıöşüâîûÇĞİÖŞÜ]/g, common: /[ığşüöç]/g, prior: -0.01 },
  {
    charset: 'windows-1250',
    expected: /[ąćęłńóśźżáčďéěíňřšťúůýžäöüßăâîșțőűĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽÄÖÜŐŰ]/g,
    common: /[ąęłóśżćńáéíěščřžýů]/g,
    prior: -0.01,
  },
  {
    charset: 'iso-8859-2',
    expected: /[ąćęłńóśźżáčďéěíňřšťúůýžäöüßăâîőűĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽÄÖÜŐŰ]/g,
    common: /[ąęłóśżćńáéíěščřžýů]/g,
    prior: -0.02,
  },
  {
    charset: 'windows-1252',
    expected: /[à-öø-ÿÀ-ÖØ-ßœŒ«»„“”‘’–—…€¿¡°§©®]/g,
    common: /[éèàáíóúñçäöüßâêôåæøãõ’“”«»–]/g,
    prior: 0.01,
  },
];

const plausibility = (text: string, { expected, common }: Candidate): number => {
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
  return share(expected) + share(common) - (8 * broken) / letters;
};

/** Up to 32 KiB of the stretches that are not ASCII, each with the ASCII bytes between them thinned to one. */
const highBytes = (bytes: Uint8Array): Uint8Array => {
  const sample = new Uint8Array(32_768);
  let length = 0;
  let trail = 0;
  for (let at = 0; at < bytes.length && length < sample.length; at += 1) {
    const byte = bytes[at] ?? 0;
    // Second bytes of Big5, GB 18030 and Shift_JIS may be ASCII: one is kept behind each high byte.
    if (byte >= 0x80) trail = 1;
    else if (trail > 0) trail -= 1;
    else continue;
    sample[length] = byte;
    length += 1;
  }
  return sample.subarray(0, length);
};
