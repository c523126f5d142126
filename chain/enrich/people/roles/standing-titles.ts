import { languages, profileFor } from '../../../../languages/index.ts';

/** A title from the profiles with its markers parsed; see `NameWords.standingTitles`. */
interface StandingTitle {
  readonly word: string;
  readonly isTitle: boolean;
  readonly isCut: boolean;
  readonly isProof: boolean;
}

const marks = /[-!]*$/u;

const readTitle = (listed: string): StandingTitle => {
  const marked = marks.exec(listed)?.[0] ?? '';
  const isTitle = !listed.startsWith('…');
  return {
    word: listed.slice(isTitle ? 0 : 1, listed.length - marked.length),
    isTitle,
    isCut: marked.includes('-'),
    isProof: marked.includes('!'),
  };
};

/** The longest first, so that the first that fits is the whole title. */
const wordsOf = (titles: readonly StandingTitle[]): readonly string[] =>
  [...new Set(titles.map(({ word }) => word))].sort((one, other) => other.length - one.length);

const all = languages.flatMap(({ names }) => names?.standingTitles ?? []).map(readTitle);

/** Titles attached to a name or beside it, of all languages: another language's titles do no harm here. */
export const standingTitles: readonly string[] = wordsOf(all.filter(({ isTitle }) => isTitle));

/** Those that are cut off names. */
export const attachedTitles: readonly string[] = wordsOf(all.filter(({ isCut }) => isCut));

const byFirst: ReadonlyMap<string, readonly string[]> = Map.groupBy(standingTitles, (title) =>
  title.charAt(0),
);
const byLast: ReadonlyMap<string, readonly string[]> = Map.groupBy(standingTitles, (title) =>
  title.slice(-1),
);

/** The longest title that begins at a place of a text. */
export const titleAt = (text: string, at: number): string | undefined =>
  byFirst.get(text.charAt(at))?.find((title) => text.startsWith(title, at));

/** The longest title that a text ends with. */
export const titleAtEnd = (text: string): string | undefined =>
  byLast.get(text.slice(-1))?.find((title) => text.endsWith(title));

/** The titles of a language that confirm an unknown name beside them, as one alternation of a pattern. */
export const provingTitles = (language: string): string =>
  wordsOf(
    (profileFor(language).names?.standingTitles ?? []).map(readTitle).filter(({ isProof }) => isProof),
  ).join('|');
