export interface Candidate {
  readonly charset: string;
  /** Its letters are mixed with ASCII letters; letters of other scripts form separate words. */
  readonly latin?: true;
  /** Letters that the charset is used for. */
  readonly expected: RegExp;
  /** The commonest of them. */
  readonly common: RegExp;
  /** Pattern of one word; with many words, single letters count as words too: `он и я в лесу`. */
  readonly ownWords?: RegExp;
  /** Sequences that no text of the alphabet has: marks without a letter, capitals within a word. */
  readonly impossible?: RegExp;
  /** All words may be single letters, as in indexes; set for the commonest of charsets that map to the same alphabet. */
  readonly letterLists?: true;
  /** Breaks ties towards the commoner charset. */
  readonly prior: number;
}

const CYRILLIC_WORDS = /[оеаинтсрвлкмп]|^[уя]$/i;

const CAPITAL_WITHIN = /\p{Ll}(?=\p{Lu})/gu;
/** A vowel or tone mark without a consonant; a prefixed vowel without a consonant after it. */
const THAI_ASTRAY =
  /(?<![\u0e01-\u0e2e\u0e31-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[\u0e40-\u0e44](?![\u0e01-\u0e2e])/g;

const HAN = /[\u4e00-\u9fff]/g;
const COMMON_HAN =
  /[的一是不了在人有我他这中大来上国个到说们为和你地出道也时年得就那要下以生会自着去之过家学可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长這來國個說們為時會過學裡後麼沒還發當開無見經頭動長]/g;

/** Symbols whose bytes are letters in Central European charsets: only in positions where no letter would be. */
const SIGNS_APART = '(?<!\\p{L})[½¼¾±×÷¥¢•¶·¬](?!\\p{L})|(?<=[m\\d])[¹²³](?!\\p{L})|(?<!\\p{L})µ(?=[mgslFA])';
/** Its byte is the Polish ś, which a vowel never follows. */
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
  {
    charset: 'euc-kr',
    expected: /[\uac00-\ud7af]/g,
    common:
      /[이다는의에을하한가고로지사기은들도를인서어대시자해리그나아일수있스으정부전원공관장국주구상제보여것과적만라]/g,
    prior: 0,
  },
  {
    charset: 'windows-1251',
    impossible: CAPITAL_WITHIN,
    expected: /[\u0400-\u045f\u0490\u0491]/g,
    common: /[оеаинтсрвлкмп]/g,
    ownWords: CYRILLIC_WORDS,
    letterLists: true,
    prior: 0.02,
  },
  {
    charset: 'koi8-r',
    impossible: CAPITAL_WITHIN,
    expected: /[\u0400-\u045f]/g,
    common: /[оеаинтсрвлкмп]/g,
    ownWords: CYRILLIC_WORDS,
    prior: 0,
  },
  {
    charset: 'ibm866',
    impossible: CAPITAL_WITHIN,
    expected: /[\u0400-\u045f]/g,
    common: /[оеаинтсрвлкмп]/g,
    ownWords: CYRILLIC_WORDS,
    prior: -0.02,
  },
  {
    charset: 'iso-8859-5',
    impossible: CAPITAL_WITHIN,
    expected: /[\u0400-\u045f]/g,
    common: /[оеаинтсрвлкмп]/g,
    ownWords: CYRILLIC_WORDS,
    prior: -0.02,
  },
  {
    charset: 'windows-1253',
    impossible: CAPITAL_WITHIN,
    expected: /[\u0386-\u03ce]/g,
    common: /[αοιετσνηυρπάίό]/g,
    ownWords: /[αοιετσνηυρπάίό]/i,
    prior: 0,
  },
  { charset: 'windows-1256', expected: /[\u060c-\u06d2]/g, common: /[اليمنروتبةعدسف]/g, prior: 0 },
  { charset: 'windows-1255', expected: /[\u05d0-\u05ea]/g, common: /[יוהלאתמרבש]/g, prior: 0 },
  {
    charset: 'windows-874',
    impossible: THAI_ASTRAY,
    expected: /[\u0e01-\u0e5b]/g,
    common: /[านรอกเงมยลวดทสต่้]/g,
    prior: 0,
  },
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
