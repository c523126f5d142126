import { normalize } from '../../../../domain/normalize.ts';
import { foldUnit } from '../tagger/hashing.ts';
import { foldKana } from './kana-forms.ts';

/** A printed name split into the parts by which other mentions are recognised. */
export interface PrintedName {
  readonly text: string;
  /** Folded parts in printed order; a name in Chinese characters or Hangul is one part. */
  readonly parts: readonly string[];
  /** The same parts without case endings; the same list if the language has none. */
  readonly stems: readonly string[];
  /** Written without spaces, surname first: a shorter form is a beginning or an end of a longer one. */
  readonly solid: boolean;
}

const longestName = 500;
const solidScript = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3々]+$/u;

/**
 * Splits a name at spaces, dots and punctuation; folds case, ё, hamza and invisible characters.
 *
 * @param endings  case endings of the language, without which its stems are
 */
export const readPrintedName = (printed: string, endings: readonly string[] = []): PrintedName => {
  const text = printed.slice(0, longestName).replace(/\s+/gu, ' ').trim();
  const parts = text
    .split(/[\s.·・•＝‐–—\-'’‘=]+/u)
    .map(fold)
    .filter((part) => part !== '');
  const stems = endings.length === 0 ? parts : parts.map((part) => dropEnding(part, endings));
  return { text, parts, stems, solid: parts.length === 1 && solidScript.test(parts[0] ?? '') };
};

const shortestStem = 3;

/**
 * A name without the longest of its language's case endings; a stem is at least three letters long.
 *
 * @param endings  the part of an ending before a `|` is kept
 */
export const dropEnding = (word: string, endings: readonly string[]): string => {
  let longest = 0;
  let dropped = 0;
  for (const ending of endings) {
    const printed = ending.replace('|', '');
    const size = ending.length - 1 - ending.indexOf('|');
    if (printed.length <= longest || word.length - size < shortestStem || !word.endsWith(printed)) continue;
    longest = printed.length;
    dropped = Math.min(size, printed.length);
  }
  return word.slice(0, word.length - dropped);
};

const fold = (printed: string): string => {
  const part = normalize(printed, 'NFC');
  let folded = '';
  for (let at = 0; at < part.length; at += 1) {
    const unit = foldUnit(part.charCodeAt(at));
    if (unit !== 0) folded += String.fromCharCode(unit);
  }
  return foldKana(folded);
};

/** Whether two parts are forms of one name: the same, an initial of it, or inflected. */
export const sameParts = (one: string, other: string): boolean =>
  one === other || isInitialOf(one, other) || isInitialOf(other, one) || sameWord(one, other);

const isInitialOf = (initial: string, part: string): boolean =>
  initial.length === 1 && part.startsWith(initial);

/** Forms of one word: Russian, Greek and Armenian case endings, the German and Scandinavian genitive, the Arabic article. */
export const sameWord = (one: string, other: string): boolean => {
  if (one === other) return true;
  const code = one.charCodeAt(0);
  if (code >= 0x400 && code < 0x530) return sameInflected(one, other);
  if (code >= 0x600 && code < 0x700) return withoutArticle(one) === withoutArticle(other);
  if (code >= 0x370 && code < 0x400) return sameWithout(greekEnding, one, other);
  if (code >= 0x530 && code < 0x590) return sameWithout(armenianEnding, one, other);
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 3 && long === `${short}s`;
};

const withoutArticle = (word: string): string =>
  word.length > 4 && word.startsWith('ال') ? word.slice(2) : word.replace(/^ل(?=ل)/u, '');

const greekEnding = /(?:ος|ου|ο|ης|η|ας|α)$/u;
const armenianEnding = /(?:ը|ին?|ն|ից|ով)$/u;

const sameWithout = (ending: RegExp, one: string, other: string): boolean => {
  const stem = one.replace(ending, '');
  return stem.length > 2 && stem === other.replace(ending, '');
};

const endings =
  /^(?:|а|у|е|и|ы|я|ю|й|ь|о|ом|ем|ой|ей|ою|ею|им|ым|ого|ому|его|ему|ая|ую|ий|ый|ия|ию|ии|ием|ых|их|ами|ова)$/u;

const sameInflected = (one: string, other: string): boolean => {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  if (shared < 3 && shared < Math.min(one.length, other.length)) return false;
  return shared >= 2 && endings.test(one.slice(shared)) && endings.test(other.slice(shared));
};

/** The initials of a name's words: `López Obrador` is `LO`. */
export const initialsOf = (name: string): string =>
  name
    .split(/[\s.-]+/u)
    .filter((part) => /^\p{Lu}/u.test(part))
    .map((part) => part.charAt(0))
    .join('');
