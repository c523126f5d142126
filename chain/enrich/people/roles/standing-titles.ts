import { languages, profileFor } from '../../../../languages/index.ts';
import { type TitleKind, titlesOf } from '../../../../languages/titles.ts';

/** Longest first, so that the first match is the whole title. */
const longestFirst = (words: readonly string[]): readonly string[] =>
  [...new Set(words)].sort((one, other) => other.length - one.length);

/** Of all languages: another language's titles do no harm here. */
const ofKind = (kind: TitleKind): readonly string[] =>
  longestFirst(languages.flatMap(({ titles }) => titlesOf(titles, kind)));

/** Titles attached to a name or beside it. */
export const standingTitles: readonly string[] = ofKind('attached');

/** Those that are removed from names. */
export const attachedTitles: readonly string[] = ofKind('cut');

const byFirst: ReadonlyMap<string, readonly string[]> = Map.groupBy(standingTitles, (title) =>
  title.charAt(0),
);
const byLast: ReadonlyMap<string, readonly string[]> = Map.groupBy(standingTitles, (title) =>
  title.slice(-1),
);

/** The longest title that begins at a position of a text. */
export const titleAt = (text: string, at: number): string | undefined =>
  byFirst.get(text.charAt(at))?.find((title) => text.startsWith(title, at));

/** The longest title that a text ends with. */
export const titleAtEnd = (text: string): string | undefined =>
  byLast.get(text.slice(-1))?.find((title) => text.endsWith(title));

/** The titles of a language that confirm an unknown name beside them, as one alternation of a pattern. */
export const provingTitles = (language: string): string =>
  longestFirst(titlesOf(profileFor(language).titles, 'proof')).join('|');
