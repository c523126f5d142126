import type { Lexicon, TableTerm, WordTable } from '../../authorities/words/index.ts';
import { bySound } from './by-sound.ts';
import type { CompoundCuts } from './compounds.ts';
import type { Rendering } from './rendering.ts';
import { atMost, inOnePhrase, openSource, remembering, type SourceWords } from './source-words.ts';

/** From one language to another, by way of English where neither is English. */
export interface Dictionary {
  readonly source: string;
  readonly target: string;
  /** Best first; empty where the words are no entry, in any of their forms. */
  readonly look: (words: readonly string[]) => readonly Rendering[];
  /** A name that is no entry, as it may be spelled there; best first. */
  readonly soundsOf: (name: string) => readonly Rendering[];
  /** Whether the query has asked as much as it may: from then on nothing is an entry. */
  readonly isSpent: () => boolean;
  /** Ways to cut a word of the source into others. */
  readonly cutsOf: (word: string) => CompoundCuts;
}

/** Senses followed on the way through English, and how much they lose on it. */
const mostPivots = 4;
const pivotLoss = 0.9;
/** Weight of further dictionary forms of an inflected word, relative to the first. */
const furtherForm = 0.8;

/**
 * What is asked of the dictionaries of one query, and searched for in their tables, shared out among the languages.
 * What comes after it counts as no entry: it is searched as it is written.
 */
export const mostOfTargets = { asked: 7000, searches: 4000 } as const;

/** Names of one query that are spelled in a language: five to ten milliseconds each. */
const mostSpelled = 3;

/** Dictionaries for one query, which is read once for all of them. Languages without a table have none. */
export const openDictionaries = (
  lexicon: Lexicon,
  source: string,
  targets: readonly string[],
): readonly Dictionary[] => {
  const words = openSource(lexicon, source);
  const tables = [...new Set(targets)].flatMap((target) =>
    target === source ? [] : (lexicon.table(target) ?? []),
  );
  const share = 1 / Math.max(1, tables.length);
  return words ? tables.map((table) => openOne(words, table, share)) : [];
};

/** Null where a language has no table. */
export const openDictionary = (lexicon: Lexicon, source: string, target: string): Dictionary | null =>
  openDictionaries(lexicon, source, [target])[0] ?? null;

const openOne = (words: SourceWords, to: WordTable, share: number): Dictionary => {
  const fromEnglish = atMost(mostOfTargets.searches * share, to.fromEnglish);
  let left = mostOfTargets.asked * share;
  const lookForm = lookUp(words, { language: to.language, fromEnglish: fromEnglish.look });
  const look = remembering((phrase: string) =>
    merge(words.formsOf(phrase).map((form, at) => weaken(lookForm(form), at === 0 ? 1 : furtherForm))),
  );
  return {
    source: words.table.language,
    target: to.language,
    look: (phrase) => {
      left -= 1;
      return left < 0 ? [] : look(inOnePhrase(phrase));
    },
    soundsOf: atMost(mostSpelled, (name: string) => bySound(name, words.table.language, to.language)).look,
    isSpent: () => left < 0 || fromEnglish.isSpent() || words.isSpent(),
    cutsOf: words.cutsOf,
  };
};

type LookUp = (key: string) => readonly Rendering[];

const lookUp = (
  from: SourceWords,
  { language, fromEnglish }: Pick<WordTable, 'language' | 'fromEnglish'>,
): LookUp => {
  if (from.table.language === 'en') return fromEnglish;
  if (language === 'en') return from.toEnglish;
  return (key) =>
    merge(
      from
        .toEnglish(key)
        .slice(0, mostPivots)
        .map(({ text, weight }) => weaken(fromEnglish(text), weight * pivotLoss)),
    );
};

const weaken = (terms: readonly TableTerm[], by: number): readonly Rendering[] =>
  by === 1 ? terms : terms.map((term) => ({ ...term, weight: term.weight * by }));

/** Each rendering once, with the best of its weights. */
const merge = (lists: readonly (readonly Rendering[])[]): readonly Rendering[] => {
  const [only] = lists;
  if (lists.length === 1 && only) return only;
  const best = new Map<string, Rendering>();
  for (const rendering of lists.flat()) {
    const known = best.get(rendering.text);
    if (!known || known.weight < rendering.weight) best.set(rendering.text, rendering);
  }
  return [...best.values()].sort((left, right) => right.weight - left.weight);
};

/** Alternatives of one query word in one language. */
export const mostAlternatives = 12;

/** What a translated name weighs when it is printed as the query has it. */
export const asWritten = { weight: 0.5, zipf: 1.3, gloss: '' } as const;
const latin = /\p{Script=Latin}/u;

/**
 * The renderings of a unit. A word without any is searched as it is written; so is, beside its renderings, what may be
 * a name, where both languages share a script.
 */
export const alternativesOf = (
  { text, renderings }: { readonly text: string; readonly renderings: readonly Rendering[] },
  language: string,
): readonly Rendering[] => {
  if (renderings.length === 0) return [{ ...asWritten, text, weight: 1 }];
  const mayBeName = /^\p{Lu}/u.test(text) && latin.test(text) && latin.test(renderings[0]?.text ?? '');
  const known = renderings.some((rendering) => rendering.text.toLowerCase() === text.toLowerCase());
  return mayBeName && !known && language !== ''
    ? [
        ...renderings.slice(0, mostAlternatives - 1),
        { ...asWritten, text },
        ...renderings.slice(mostAlternatives - 1),
      ]
    : renderings;
};
