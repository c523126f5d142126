import type { NameSpan } from '../name-span.ts';
import type { NameTable } from '../tagger/name-table.ts';
import type { TaggedText } from '../tagger/tag-text.ts';
import { readText, readWords } from './read-words.ts';
import type { CorrectionRule, ReadText, Without } from './rule.ts';
import { characterRules, wordRules } from './rules.ts';

/**
 * The names of a text as the rules correct what a tagger found, in order.
 *
 * @param language  a profile code
 */
export const correctNames = (
  { text, tokens, spans }: TaggedText,
  language: string,
  table: NameTable,
  without: Without,
): readonly NameSpan[] =>
  tokens
    ? applyRules(wordRules, readWords(tokens, language, table), spans, without)
    : applyRules(characterRules, readText(text, language), spans, without);

const applyRules = <Text extends ReadText>(
  rules: readonly CorrectionRule<Text>[],
  read: Text,
  spans: readonly NameSpan[],
  without: Without,
): readonly NameSpan[] =>
  rules
    .filter(
      ({ id, languages }) => !without.has(id) && (languages === 'all' || languages.includes(read.language)),
    )
    .reduce((names, { apply }) => apply(read, names), spans);
