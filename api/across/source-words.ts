import { foldWord, type Lexicon, type TableTerm, type WordTable } from '../../authorities/words/index.ts';
import { remembered } from '../../domain/remembered.ts';
import { letterClasses } from '../../languages/scripts.ts';
import { type CompoundCuts, cutsOfCompound } from './compounds.ts';

/** What one query asks of the table of its own language: once for all the languages that it is translated into. */
export interface SourceWords {
  readonly table: WordTable;
  /** As `toEnglish` of the table. */
  readonly toEnglish: (key: string) => readonly TableTerm[];
  /**
   * The dictionary forms that a printed word or phrase (`inOnePhrase`) may be of: as it stands, then with the last word
   * led back. Which of them are words the tables tell.
   */
  readonly formsOf: (phrase: string) => readonly string[];
  readonly cutsOf: (word: string) => CompoundCuts;
  /** Whether the query has asked more than it may: from then on nothing is a word. */
  readonly isSpent: () => boolean;
}

/**
 * Searches in the table for one query, in the order of its words: some ten microseconds each, and the process answers
 * nobody meanwhile. Ordinary queries need a tenth of it; what comes after it counts as no entry.
 */
export const mostSearches = { words: 2000, compounds: 1200 } as const;
/** Parts of compounds that are looked at: folding one costs as much as a search. */
const mostParts = 1500;

/** Null where the language has no table. */
export const openSource = (lexicon: Lexicon, language: string): SourceWords | null => {
  const table = lexicon.table(language);
  if (!table) return null;
  const words = boundedTable(table, mostSearches.words);
  const compounds = boundedTable(table, mostSearches.compounds);
  let partsLeft = mostParts;
  const isWord = remembering((part: string) => {
    partsLeft -= 1;
    return partsLeft >= 0 && formsIn(part, compounds).some((form) => compounds.toEnglish(form).length > 0);
  });
  return {
    table,
    toEnglish: words.toEnglish,
    formsOf: remembering((phrase: string) => formsIn(phrase, words)),
    cutsOf: remembering((word: string) =>
      cutsOfCompound(word, language, { isWord, isSpent: () => partsLeft < 0 }),
    ),
    isSpent: () => partsLeft < 0 || words.isSpent() || compounds.isSpent(),
  };
};

/** Remembers what it found, and finds nothing more after so many searches. */
export const atMost = <T>(most: number, find: (key: string) => readonly T[]) => {
  let left = most;
  const look = remembering((key: string): readonly T[] => {
    left -= 1;
    return left < 0 ? [] : find(key);
  });
  return { look, isSpent: () => left < 0 };
};

const boundedTable = ({ language, toEnglish, lemmas }: WordTable, most: number) => {
  const [english, forms] = [atMost(most, toEnglish), atMost(most, lemmas)];
  return {
    language,
    toEnglish: english.look,
    lemmas: forms.look,
    isSpent: () => english.isSpent() || forms.isSpent(),
  };
};

/** The answer to each question once: nothing is forgotten, as answers count against limits. For one query. */
export const remembering = <T>(find: (key: string) => T): ((key: string) => T) =>
  remembered(find, Number.POSITIVE_INFINITY);

/** No word of a query has it. */
const between = '\n';
export const inOnePhrase = (words: readonly string[]): string => words.join(between);

const formsIn = (
  phrase: string,
  { language, lemmas }: Pick<WordTable, 'language' | 'lemmas'>,
): readonly string[] => {
  const folded = phrase.split(between).map((word) => foldWord(word, language));
  const last = folded.at(-1) ?? '';
  const joint = unspaced.test(last) ? '' : ' ';
  const before = folded.slice(0, -1).join(joint);
  const lasts = [last, ...lemmas(last), ...(language === 'en' ? englishStems(last) : [])];
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
