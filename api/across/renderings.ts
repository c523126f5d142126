import { foldWord, type Lexicon, type TableTerm, type WordTable } from '../../authorities/words/index.ts';
import { letterClasses } from '../../languages/scripts.ts';

/** What renders a word or phrase in another language. */
export interface Rendering {
  readonly text: string;
  /** In (0, 1], the best one 1. */
  readonly weight: number;
  /** Base-10 logarithm of its share of a billion words, 0 to 9. */
  readonly zipf: number;
  readonly gloss: string;
}

/** From one language to another, by way of English where neither is English. */
export interface Dictionary {
  readonly source: string;
  readonly target: string;
  /** Best first; empty where the words are no entry, in any of their forms. */
  readonly look: (words: readonly string[]) => readonly Rendering[];
}

/** Senses followed on the way through English, and how much they lose on it. */
const mostPivots = 4;
const pivotLoss = 0.9;
/** Weight of further dictionary forms of an inflected word, relative to the first. */
const furtherForm = 0.8;

/** Null where a language has no table. */
export const openDictionary = (lexicon: Lexicon, source: string, target: string): Dictionary | null => {
  const from = lexicon.table(source);
  const to = lexicon.table(target);
  if (!from || !to || source === target) return null;
  const look = lookUp(from, to);
  return {
    source,
    target,
    look: (words) =>
      merge(formsOf(words, source, from).map((form, at) => weaken(look(form), at === 0 ? 1 : furtherForm))),
  };
};

type LookUp = (key: string) => readonly Rendering[];

const lookUp = (from: WordTable, to: WordTable): LookUp => {
  if (from.language === 'en') return to.fromEnglish;
  if (to.language === 'en') return from.toEnglish;
  return (key) =>
    merge(
      from
        .toEnglish(key)
        .slice(0, mostPivots)
        .map(({ text, weight }) => weaken(to.fromEnglish(text), weight * pivotLoss)),
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

/**
 * The dictionary forms that printed words may be of: as they stand, then with the last word led back. Which of them
 * are words the tables tell.
 */
const formsOf = (words: readonly string[], language: string, table: WordTable): readonly string[] => {
  const folded = words.map((word) => foldWord(word, language));
  const last = folded.at(-1) ?? '';
  const joint = unspaced.test(last) ? '' : ' ';
  const before = folded.slice(0, -1).join(joint);
  const lasts = [last, ...table.lemmas(last), ...(language === 'en' ? englishStems(last) : [])];
  return [...new Set(lasts)].map((word) => (before === '' ? word : `${before}${joint}${word}`));
};

const unspaced = new RegExp(`[${letterClasses.unspaced}]`, 'u');

/** Regular English endings: what lists of forms leave out. A wrong guess is no entry. */
const englishStems = (word: string): string[] => {
  const stem = /^(.{2,})(?:ing|ed)$/u.exec(word)?.[1];
  if (stem) return [stem, `${stem}e`, stem.replace(/(.)\1$/u, '$1')];
  const bare = word.replace(/'s?$/u, '');
  if (/ies$/u.test(bare)) return [bare.replace(/ies$/u, 'y')];
  return [
    ...(bare === word ? [] : [bare]),
    ...(/s$/u.test(bare) ? [bare.slice(0, -1), bare.replace(/es$/u, '')] : []),
  ];
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
