import { normalize } from '../../../../../domain/normalize.ts';
import type { PersonWords } from '../../../../../languages/profile.ts';
import { type TitleGroup, titlesOf } from '../../../../../languages/titles.ts';

/** A word of a text in which titles and names are looked up. */
export interface ReadWord {
  readonly start: number;
  readonly end: number;
  /** Folded: no points, accents kept, invisible characters gone. */
  readonly form: string;
  /** It follows punctuation or a line break, or is first. */
  readonly opens: boolean;
}

export interface ReadWords {
  readonly text: string;
  readonly list: readonly ReadWord[];
  /** Titles as lists of words by their first, the longest first. */
  readonly titles: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly modifiers: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  readonly never: ReadonlySet<string>;
  readonly prefixes: string;
  readonly language: string;
  /** Null if every title is followed by a name. */
  readonly addresses: ReadonlySet<string> | null;
}

const wordPattern = /[\p{L}\p{M}](?:[\p{L}\p{M}\p{Cf}]|['’׳״"-](?=[\p{L}\p{M}])|['׳](?![\p{L}\p{M}]))*/gu;
/** A longer run of characters is not a word of a name. */
const longestWord = 64;

export const readWords = (
  text: string,
  words: PersonWords,
  titles: readonly TitleGroup[],
  language: string,
): ReadWords => {
  const list: ReadWord[] = [];
  let last = 0;
  for (const { index, 0: printed } of text.matchAll(wordPattern)) {
    const between = text.slice(last, Math.min(index, last + 8));
    const form = printed.length > longestWord ? '' : foldWord(printed);
    list.push({
      start: index,
      end: index + printed.length,
      form,
      opens: last === 0 || !joins(between, list.at(-1)),
    });
    last = index + printed.length;
  }
  const surely = titlesOf(titles, 'finds-always');
  return {
    text,
    list,
    titles: indexTitles(titlesOf(titles, 'finds')),
    modifiers: foldAll(words.modifiers),
    after: foldAll(words.after),
    never: foldAll(words.never),
    prefixes: words.prefixes ?? '',
    language,
    addresses: surely.length > 0 ? foldAll(surely) : null,
  };
};

const longestAbbreviation = 3;

/** A name contains only spaces, invisible characters and the dot of an abbreviation (κ. …, डॉ. …) between its words. */
const joins = (between: string, before: ReadWord | undefined): boolean =>
  /^\.?[^\S\n\r\u2028\u2029]*\p{Cf}*[^\S\n\r\u2028\u2029]*$/u.test(between) &&
  (!between.startsWith('.') || (before?.form.length ?? 0) <= longestAbbreviation);

/** A word as it is compared: no points, no invisible characters, one apostrophe, Persian letters for Arabic ones. */
export const foldWord = (word: string): string =>
  normalize(
    word
      .replace(/[\p{Cf}\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/gu, '')
      .replaceAll(/['’]/gu, '׳')
      .replaceAll('"', '״')
      .replaceAll('ي', 'ی')
      .replaceAll('ك', 'ک'),
    'NFC',
  );

const foldAll = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(foldWord));

const indexTitles = (titles: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> => {
  const index = new Map<string, string[][]>();
  for (const title of titles) {
    const words = title.split(' ').map(foldWord);
    const first = words[0] ?? '';
    index.set(
      first,
      [...(index.get(first) ?? []), words].sort((one, other) => other.length - one.length),
    );
  }
  return index;
};

/** The position after some letters of a text and the vowel points and invisible characters that follow them. */
export const skipLetters = (text: string, from: number, count: number): number => {
  let at = from;
  for (let left = count; left > 0; left -= 1) {
    at += 1;
    while (/[\p{M}\p{Cf}]/u.test(text.charAt(at))) at += 1;
  }
  return at;
};
