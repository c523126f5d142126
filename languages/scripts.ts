/** One writing system: its letters, and whether it puts spaces between words. No other file decides this. */
export interface Script {
  /** ISO 15924. */
  readonly code: ScriptCode;
  /** The inside of a character class in a regular expression with the flag `u`. */
  readonly letters: string;
  /** `unspaced`: no spaces between words; `attached`: particles and endings are written onto the word (Korean). */
  readonly words: 'spaced' | 'attached' | 'unspaced';
  /** One character is a syllable or a word. */
  readonly syllabic?: true;
  /** How many characters a word has on average; given for unspaced scripts. */
  readonly perWord?: number;
}

export type ScriptCode =
  | 'Latn'
  | 'Cyrl'
  | 'Hani'
  | 'Kana'
  | 'Hang'
  | 'Arab'
  | 'Hebr'
  | 'Grek'
  | 'Thai'
  | 'Laoo'
  | 'Khmr'
  | 'Mymr'
  | 'Deva'
  | 'Beng'
  | 'Taml'
  | 'Telu'
  | 'Gujr'
  | 'Guru'
  | 'Geor'
  | 'Armn'
  | 'Knda'
  | 'Mlym';

const spaced = (code: ScriptCode, name: string): Script => ({
  code,
  letters: `\\p{Script=${name}}`,
  words: 'spaced',
});
const unspacedAlphabet = (code: ScriptCode, name: string): Script => ({
  code,
  letters: `\\p{Script=${name}}`,
  words: 'unspaced',
  perWord: 4,
});

export const scripts: readonly Script[] = [
  spaced('Latn', 'Latin'),
  spaced('Cyrl', 'Cyrillic'),
  { code: 'Hani', letters: '\\p{Script=Han}', words: 'unspaced', syllabic: true, perWord: 2 },
  {
    code: 'Kana',
    // Unicode assigns the long vowel mark to neither kana script, because both use it.
    letters: '\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc',
    words: 'unspaced',
    syllabic: true,
    perWord: 2,
  },
  { code: 'Hang', letters: '\\p{Script=Hangul}', words: 'attached', syllabic: true },
  spaced('Arab', 'Arabic'),
  spaced('Hebr', 'Hebrew'),
  spaced('Grek', 'Greek'),
  unspacedAlphabet('Thai', 'Thai'),
  unspacedAlphabet('Laoo', 'Lao'),
  unspacedAlphabet('Khmr', 'Khmer'),
  unspacedAlphabet('Mymr', 'Myanmar'),
  spaced('Deva', 'Devanagari'),
  spaced('Beng', 'Bengali'),
  spaced('Taml', 'Tamil'),
  spaced('Telu', 'Telugu'),
  spaced('Gujr', 'Gujarati'),
  spaced('Guru', 'Gurmukhi'),
  spaced('Geor', 'Georgian'),
  spaced('Armn', 'Armenian'),
  spaced('Knda', 'Kannada'),
  spaced('Mlym', 'Malayalam'),
];

const letters = (wanted: (script: Script) => boolean): string =>
  scripts
    .filter(wanted)
    .map((script) => script.letters)
    .join('');

/** The inside of a character class with the letters of these scripts. */
export const lettersOf = (...codes: readonly ScriptCode[]): string =>
  letters(({ code }) => codes.includes(code));

/** Insides of character classes, for regular expressions with the flag `u`. */
export const letterClasses = {
  /** Scripts without spaces between words. */
  unspaced: letters(({ words }) => words === 'unspaced'),
  /** Unspaced scripts with phonetic letters, which also have hardly any punctuation between sentences. */
  unspacedAlphabets: letters(({ words, syllabic }) => words === 'unspaced' && !syllabic),
  /** Scripts in which a run between two spaces may be several words: the unspaced ones and Korean. */
  dense: letters(({ words }) => words !== 'spaced'),
  /** Chinese, Japanese and Korean: one character is a syllable or a word. */
  syllabic: letters(({ syllabic }) => syllabic === true),
  spaced: letters(({ words }) => words === 'spaced'),
} as const;

const unspaced = new RegExp(`[${letterClasses.unspaced}]`, 'u');
const dense = new RegExp(`[${letterClasses.dense}]`, 'u');
const syllabic = new RegExp(`[${letterClasses.syllabic}]`, 'u');

/** Whether any letter is of a script without spaces between words; Korean has spaces. */
export const isUnspaced = (text: string): boolean => unspaced.test(text);

/** Whether any letter is of a script in which a run between two spaces may be several words. */
export const isDense = (text: string): boolean => dense.test(text);

/** Whether all letters are of scripts whose words have no forms: Chinese characters and Thai, without kana. */
export const isFormless = (text: string): boolean => formless.test(text);

const formless = new RegExp(`^[${lettersOf('Hani', 'Thai')}\\p{M}]+$`, 'u');

/** Whether the text has a Chinese or Japanese numeral; such numerals are searched as digits. */
export const holdsNumeral = (text: string): boolean => /[〇零一二三四五六七八九十]/u.test(text);

/** Whether any letter is Chinese, Japanese or Korean, where a single character has a meaning. */
export const isSyllabic = (text: string): boolean => syllabic.test(text);

const countable = scripts.map((script) => [script, new RegExp(`[${script.letters}]`, 'gu')] as const);

/** How many letters of an alphabet carry as much meaning as one character of a syllabic script. */
const syllableWorth = 2.5;
/** A text is Japanese if it has at least one kana for every twelve Han characters. */
const hanPerKana = 12;

/**
 * The script of most letters; kana and Han count together as Japanese, `Jpan`, if there is enough kana.
 *
 * @returns an ISO 15924 code, or null for a text without letters of a known script
 */
export const scriptOf = (text: string): ScriptCode | 'Jpan' | null => {
  const counts = countable.map(([script, pattern]) => {
    const count = text.match(pattern)?.length ?? 0;
    return { script, count, worth: script.syllabic ? count * syllableWorth : count };
  });
  const most = counts.reduce((best, next) => (next.worth > best.worth ? next : best));
  if (most.count === 0) return null;
  const { code } = most.script;
  if (code !== 'Hani' && code !== 'Kana') return code;
  const countOf = (wanted: ScriptCode): number =>
    counts.find(({ script }) => script.code === wanted)?.count ?? 0;
  return countOf('Kana') * hanPerKana > countOf('Hani') ? 'Jpan' : 'Hani';
};
