import { functionWords } from '../../languages/function-words.ts';

/** A range that already means something else: a person's name. */
export interface Taken {
  readonly start: number;
  readonly end: number;
}

/** A name found; offsets are UTF-16 units. */
export interface FoundName extends Taken {
  readonly id: string;
}

/** The id of names that are recorded only to prevent shorter matches within them. */
export const nothing = '';

export type Scanner = (text: string, taken: readonly Taken[]) => readonly FoundName[];

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Names with more words are not recorded. */
const longestName = 7;

/**
 * Finds recorded names in texts of one language, the longest at each position, in their recorded letter case and
 * between word boundaries. A capitalized word beside a name makes it part of another name: `Jordan Smith`, `New London`.
 */
export const openScanner = (language: string, names: ReadonlyMap<string, string>): Scanner => {
  const isUnspaced = unspaced.has(language);
  const wordsIn = isUnspaced ? segmentsOf(language) : spacedWords;
  const small = new Set(functionWords[language] ?? []);
  const glue = isUnspaced ? '' : ' ';
  return (text, taken) => {
    const words = wordsIn(text);
    const found: FoundName[] = [];
    for (let at = 0; at < words.length; ) {
      const match = longestAt(words, at, glue, (written) => lookUp(written, language, names));
      const fits =
        match &&
        match.id !== nothing &&
        !taken.some(({ start, end }) => start < match.end && end > match.start) &&
        (isUnspaced || standsAlone(text, words, at, match.length, small));
      if (fits) found.push({ id: match.id, start: match.start, end: match.end });
      at += match ? match.length : 1;
    }
    return found;
  };
};

const unspaced: ReadonlySet<string> = new Set(['zh', 'ja', 'th']);

/** Dots inside abbreviations, hyphens and apostrophes inside words. */
const spacedWord =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:[.’'״"\-\u200c][\p{L}][\p{L}\p{M}\p{N}]*)*(?:(?<=\.\p{L})\.)?/gu;

const spacedWords = (text: string): readonly Word[] =>
  Array.from(text.matchAll(spacedWord), ({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));

const segmentsOf = (language: string): ((text: string) => readonly Word[]) => {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return (text) =>
    Array.from(segmenter.segment(text), ({ segment, index }) => ({
      text: segment,
      start: index,
      end: index + segment.length,
    }));
};

const longestAt = (
  words: readonly Word[],
  at: number,
  glue: string,
  idOf: (written: string) => string | undefined,
) => {
  let found: {
    readonly id: string;
    readonly length: number;
    readonly start: number;
    readonly end: number;
  } | null = null;
  let written = '';
  for (let length = 1; length <= longestName; length += 1) {
    const [word, before] = [words[at + length - 1], words[at + length - 2]];
    if (!word || (length > 1 && before && word.start - before.end > 1)) break;
    written = length === 1 ? word.text : `${written}${glue}${word.text}`;
    const id = idOf(written);
    if (id !== undefined) found = { id, length, start: words[at]?.start ?? 0, end: word.end };
  }
  return found;
};

/** French and Italian articles lose their vowel: `l’ONU`, `dell’Iran`. */
const elided: ReadonlySet<string> = new Set(['fr', 'it']);

/** Attached to the name: Korean particles, the English genitive. */
const lookUp = (
  written: string,
  language: string,
  names: ReadonlyMap<string, string>,
): string | undefined => {
  const known = names.get(written);
  if (known !== undefined) return known;
  if (language === 'ko') return names.get(written.replace(koreanParticles, ''));
  if (language === 'tr') return names.get(written.replace(/[’'].*$/u, ''));
  if (elided.has(language)) return names.get(written.replace(/^\p{L}{1,5}[’']/u, ''));
  return /[’']s$/u.test(written) ? names.get(written.slice(0, -2)) : undefined;
};

const koreanParticles =
  /(?:은|는|이|가|을|를|의|에|에서|에게|과|와|도|로|으로|만|까지|부터|에는|에서는|와의|과의|에도|측은|측이|측)$/u;

const isCapitalized = (word: Word | undefined): boolean => /^\p{Lu}/u.test(word?.text ?? '');

const standsAlone = (
  text: string,
  words: readonly Word[],
  at: number,
  length: number,
  small: ReadonlySet<string>,
): boolean => {
  const [before, first] = [words[at - 1], words[at]];
  const [last, after] = [words[at + length - 1], words[at + length]];
  const isJoined = (one: Word | undefined, other: Word | undefined): boolean =>
    one !== undefined && other !== undefined && /^[ \u00a0-]$/u.test(text.slice(one.end, other.start));
  const leads =
    isJoined(before, first) && isCapitalized(before) && !small.has(before?.text.toLowerCase() ?? '');
  const follows = isJoined(last, after) && isCapitalized(after);
  const isNumbered = /^[ \u00a0]\p{N}/u.test(text.slice(last?.end, (last?.end ?? 0) + 2));
  return !leads && !follows && !isNumbered;
};
