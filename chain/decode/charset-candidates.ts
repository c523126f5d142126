export interface Candidate {
  readonly charset: string;
  /** Its letters stand among ASCII ones; those of other scripts make words of their own. */
  readonly latin?: true;
  /** Letters that the charset is used for. */
  readonly expected: RegExp;
  /** The commonest of them. */
  readonly common: RegExp;
  /** What words by themselves hold; where they are many, single letters are words too: `он и я в лесу`. */
  readonly ownWords?: RegExp;
  /** Words may all be single letters, as in indexes: of charsets that read each other's letters, the commonest. */
  readonly letterLists?: true;
  /** Breaks ties towards the commoner charset. */
  readonly prior: number;
}

const CYRILLIC_WORDS = /[оеаинтсрвлкмп]|^[уя]$/i;

const HAN = /[\u4e00-\u9fff]/g;
const COMMON_HAN =
  /[的一是不了在人有我他这中大来上国个到说们为和你地出道也时年得就那要下以生会自着去之过家学可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长這來國個說們為時會過學裡後麼沒還發當開無見經頭動長]/g;

/** Signs whose bytes are letters in Central Europe's charsets: only where no such letter would stand. */
const SIGNS_APART = '(?<!\\p{L})[½¼¾±×÷¥¢•¶·¬](?!\\p{L})|(?<=[m\\d])[¹²³](?!\\p{L})|(?<!\\p{L})µ(?=[mgslFA])';
/** Its byte is the Polish ś, which no vowel follows. */
const FRENCH_LIGATURE = '[œŒ](?=[uidtUIDT])';

export const charsetCandidates: readonly Candidate[] = [
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
    ownWords: CYRILLIC_WORDS,
    letterLists: true,
    prior: 0.02,
  },
  {
    charset: 'koi8-r',
    expected: /[\u0400-\u045f]/g,
    common: /[оеаинтсрвлкмп]/g,
    ownWords: CYRILLIC_WORDS,
    prior: 0,
  },
  {
    charset: 'ibm866',
    expected: /[\u0400-\u045f]/g,
    common: /[оеаинтсрвлкмп]/g,
    ownWords: CYRILLIC_WORDS,
    prior: -0.02,
  },
  {
    charset: 'iso-8859-5',
    expected: /[\u0400-\u045f]/g,
    common: /[оеаинтсрвлкмп]/g,
    ownWords: CYRILLIC_WORDS,
    prior: -0.02,
  },
  {
    charset: 'windows-1253',
    expected: /[\u0386-\u03ce]/g,
    common: /[αοιετσνηυρπάίό]/g,
    ownWords: /[αοιετσνηυρπάίό]/i,
    prior: 0,
  },
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
    common: /[ąęłóśżźćńáéíěščřžýů]/g,
    prior: -0.01,
  },
  {
    charset: 'iso-8859-2',
    latin: true,
    expected: /[ąćęłńóśźżáčďéěíňřšťúůýžäöüßăâîőűĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽÄÖÜŐŰ]/g,
    common: /[ąęłóśżźćńáéíěščřžýů]/g,
    prior: -0.02,
  },
  {
    charset: 'windows-1252',
    latin: true,
    expected: new RegExp(`[à-öø-ÿÀ-ÖØ-ßœŒ«»„“”‘’–—…€£¿¡°§©®ªº™]|${SIGNS_APART}`, 'gu'),
    common: new RegExp(`[éèàáíóúñçäöüßâêôåæøãõ’“”«»–]|${SIGNS_APART}|${FRENCH_LIGATURE}`, 'gu'),
    prior: 0.01,
  },
];
