import { isUnspaced } from '../../languages/scripts.ts';
import { partsOfCompound } from './compounds.ts';
import type { Rendering } from './rendering.ts';
import { asWritten, type Dictionary } from './renderings.ts';

/** A stretch of the query that is searched as one term: a phrase of the dictionary, or a word. */
export interface Unit {
  /** As written. */
  readonly text: string;
  /** Best first; empty where the dictionary does not know it: it is searched as it is written. */
  readonly renderings: readonly Rendering[];
  /** The words of a phrase, which may also be rendered one by one: `nuclear talks` is more than one compound. */
  readonly parts?: readonly Unit[];
}

const longestPhrase = 4;
/** Renderings of a phrase's word, where the phrase has some of its own. */
const mostOfPart = 3;
/** Characters; dictionary words of scripts without spaces are hardly ever longer. */
const longestRun = 8;

/**
 * Cuts words into the longest entries of a dictionary, from the left. Closed-class words are left out, unless they
 * stand within an entry; what no entry holds stays a unit of its own.
 *
 * @param isSmall  whether a word says nothing by itself: `the`, `of`
 */
export const unitsOf = (
  text: string,
  dictionary: Dictionary,
  isSmall: (word: string) => boolean,
): readonly Unit[] => {
  const words = text.match(wordOrRun) ?? [];
  const units: Unit[] = [];
  for (let at = 0; at < words.length; ) {
    const { unit, length } = longestEntry(words, at, dictionary, isSmall);
    if (unit) units.push(...(Array.isArray(unit) ? unit : [unit]));
    at += length;
  }
  return units;
};

/** Letters, digits and their marks; hyphens and apostrophes within. */
const wordOrRun = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[’'\-–.][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

interface Found {
  readonly unit: Unit | readonly Unit[] | null;
  readonly length: number;
}

const longestEntry = (
  words: readonly string[],
  at: number,
  dictionary: Dictionary,
  isSmall: (word: string) => boolean,
): Found => {
  const first = words[at] ?? '';
  if (isUnspaced(first)) return { unit: cutRun(first, dictionary), length: 1 };
  for (let length = Math.min(longestPhrase, words.length - at); length > 1; length -= 1) {
    const phrase = words.slice(at, at + length);
    if (isSmall(first) || isSmall(phrase.at(-1) ?? '')) continue;
    const renderings = dictionary.look(phrase);
    if (renderings.length > 0)
      return {
        unit: { text: phrase.join(' '), renderings, parts: partsOf(phrase, dictionary, isSmall) },
        length,
      };
  }
  return { unit: isSmall(first) ? null : oneWord(first, dictionary), length: 1 };
};

/** None where a word is no entry: the others alone would not be the phrase. */
const partsOf = (
  phrase: readonly string[],
  dictionary: Dictionary,
  isSmall: (word: string) => boolean,
): readonly Unit[] => {
  const parts = phrase
    .filter((word) => !isSmall(word))
    .map((text) => ({ text, renderings: dictionary.look([text]).slice(0, mostOfPart) }));
  return parts.every(({ renderings }) => renderings.length > 0) ? parts : [];
};

/** Where the whole is no entry, the word without an article (l'éducation), or the parts of a compound. */
const oneWord = (word: string, dictionary: Dictionary): Unit | readonly Unit[] => {
  const renderings = dictionary.look([word]);
  if (renderings.length > 0) return { text: word, renderings };
  const bare = word.replace(/^\p{L}{1,6}['’](?=\p{L}{3})/u, '');
  if (bare !== word) return oneWord(bare, dictionary);
  if (dictionary.isSpent()) return { text: word, renderings };
  const parts = word.split(/[-–]/u).flatMap((part) => {
    const found = partsOfCompound(dictionary.cutsOf(part), (text) => dictionary.look([text]).length > 0);
    return found.length > 0 ? found : [part];
  });
  if (parts.length === 1) return { text: word, renderings: byItsSound(word, dictionary) };
  return parts.map((part) => ({ text: part, renderings: dictionary.look([part]) }));
};

/** A name may be printed as it is written here, too. */
const byItsSound = (word: string, dictionary: Dictionary): readonly Rendering[] => {
  const spelled = dictionary.soundsOf(word);
  return spelled.length > 0 ? [...spelled, { ...asWritten, text: word }] : [];
};

/** Without spaces: the longest entry from each place; characters that begin none are kept together. */
const cutRun = (run: string, dictionary: Dictionary): readonly Unit[] => {
  const characters = [...run];
  const units: Unit[] = [];
  let unknown = '';
  const keep = (): void => {
    if ([...unknown].length > 1) units.push({ text: unknown, renderings: [] });
    unknown = '';
  };
  for (let at = 0; at < characters.length; ) {
    const entry = dictionary.isSpent() ? null : entryAt(characters, at, dictionary);
    if (entry) {
      keep();
      units.push(entry);
    } else unknown += characters[at];
    at += entry ? [...entry.text].length : 1;
  }
  keep();
  return units;
};

/** One character alone is a word only where it is the whole run: within one it is more often a part of a name. */
const entryAt = (characters: readonly string[], at: number, dictionary: Dictionary): Unit | null => {
  const least = characters.length === 1 ? 1 : 2;
  for (let length = Math.min(longestRun, characters.length - at); length >= least; length -= 1) {
    const text = characters.slice(at, at + length).join('');
    const renderings = dictionary.look([text]);
    if (renderings.length > 0) return { text, renderings };
  }
  return null;
};
