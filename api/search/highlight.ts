import type { estypes } from '@elastic/elasticsearch';
import { functionWords } from '../../languages/function-words.ts';
import { isDense } from '../../languages/scripts.ts';
import type { QueryNode } from '../query/tree.ts';
import { leavesOf } from '../query/tree.ts';
import type { Clause } from './filters.ts';
import { isShort, joinedClause, runClause, splitRuns } from './runs.ts';

/** Which words are highlighted, and on which forms of the text. */
export interface HighlightPlan {
  /** The query's words alone: highlighting the clauses that rank them would cost as much again. */
  readonly clause: Clause;
  readonly suffixes: readonly string[];
}

/** A clause for highlighting only: proximity, language and date highlight nothing. Runs of characters match only as a whole. */
export const highlightWords = (words: readonly string[], suffixes: readonly string[]): Clause => {
  const fields = ['', ...suffixes].flatMap((suffix) => [`title${suffix}`, `body${suffix}`]);
  const queries = words.flatMap((query) => {
    const { runs, joined, others } = splitRuns(query);
    return [
      ...(others === '' ? [] : [{ multi_match: { query: others, fields } }]),
      ...runs.map((run) => runClause(run, ['title', 'body'])),
      ...joined.map((word) => joinedClause(word, ['title', 'body'])),
    ];
  });
  // Limits may leave a language without translations, and Elasticsearch rejects an empty list.
  return queries.length > 0 ? { dis_max: { queries } } : { match_none: {} };
};

/**
 * The forms of the text that a query's highlights need besides the stemmed one. Each form is analyzed again for every
 * result that is shown, which is what highlighting costs.
 */
export const highlightedSuffixes = (query: QueryNode): readonly string[] => {
  const leaves = [...leavesOf(query)];
  const texts = leaves.flatMap((leaf) => ('text' in leaf ? [leaf.text] : []));
  const asPrinted =
    leaves.some(({ kind }) => kind === 'phrase' || kind === 'exact' || kind === 'prefix') ||
    hasNear(query) ||
    texts.every(isSmall) ||
    texts.some((text) => splitRuns(text).runs.some(isShort));
  return [...(asPrinted ? ['.exact'] : []), ...(texts.some(isDense) ? ['.bigram'] : [])];
};

const hasNear = (node: QueryNode): boolean =>
  node.kind === 'near' ||
  (node.kind === 'not' && hasNear(node.operand)) ||
  ('operands' in node && node.operands.some(hasNear));

/** A query of only stop words finds nothing in the stemmed field. */
const isSmall = (text: string): boolean =>
  (text.length <= 3 && !isDense(text)) ||
  Object.values(functionWords).some((words) => words.includes(text.toLowerCase()));

/**
 * Characters of a text that are searched for words to highlight. Without this limit, a page with five million
 * characters of such words would fail every search that lists it, because highlighting it exceeds the timeout.
 */
const MOST_MARKED = 200_000;

const whole = { number_of_fragments: 0 };
const fragments = { number_of_fragments: 2, fragment_size: 160 };

/**
 * The lead is the first paragraph of the body, so it is highlighted there.
 *
 * @param isWhole  whether the whole text comes back: the sentences around each match are then extracted here
 */
export const buildHighlight = (
  { clause, suffixes }: HighlightPlan,
  isWhole = false,
): estypes.SearchHighlight => {
  const matched = (field: string) =>
    suffixes.length > 0 ? { matched_fields: suffixes.map((suffix) => `${field}${suffix}`) } : {};
  return {
    type: 'unified',
    encoder: 'html',
    pre_tags: ['<mark>'],
    post_tags: ['</mark>'],
    require_field_match: true,
    max_analyzed_offset: MOST_MARKED,
    highlight_query: clause,
    fields: {
      title: { number_of_fragments: 0, ...matched('title') },
      body: { ...(isWhole ? whole : fragments), ...matched('body') },
    },
  };
};
