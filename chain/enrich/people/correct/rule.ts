import type { NameWords } from '../../../../languages/profile.ts';
import type { NameSpan } from '../name-span.ts';
import type { NameTable } from '../tagger/name-table.ts';
import type { Tokens } from '../tagger/tokens.ts';

/** A text whose names are corrected. */
export interface ReadText {
  readonly text: string;
  /** A profile code. */
  readonly language: string;
  readonly words: NameWords;
}

/** The same in a script with spaces, split into words. */
export interface ReadWords extends ReadText {
  readonly tokens: Tokens;
  readonly table: NameTable;
}

/**
 * A kind of tagger error and its correction. `npm run evaluate -- persons --ablate` prints what each rule brings;
 * a rule that brings less than .001 on every set is removed.
 */
export interface CorrectionRule<Text extends ReadText = ReadText> {
  readonly id: string;
  /** Profile codes; `all` means all languages of the rule's list. */
  readonly languages: readonly string[] | 'all';
  /** Names are in square brackets. A test applies the rule alone to the first text and expects the second. */
  readonly examples: readonly (readonly [language: string, tagged: string, corrected: string])[];
  /** @param spans  in order, not overlapping; the same holds for the result */
  readonly apply: (read: Text, spans: readonly NameSpan[]) => readonly NameSpan[];
}

/** A rule that takes one name at a time, and returns what is left of it. */
export const eachName =
  <Text extends ReadText>(correct: (read: Text, span: NameSpan) => NameSpan | null) =>
  (read: Text, spans: readonly NameSpan[]): readonly NameSpan[] =>
    spans.map((span) => correct(read, span)).filter((span) => span !== null);

/** Both lists in the order of the text. */
export const inOrder = (...lists: readonly (readonly NameSpan[])[]): readonly NameSpan[] =>
  lists.flat().sort((one, other) => one.start - other.start);

/** Ids of rules to leave out, to measure what they bring. */
export type Without = ReadonlySet<string>;
