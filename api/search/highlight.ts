import type { estypes } from '@elastic/elasticsearch';
import { functionWords } from '../../languages/function-words.ts';
import { isDense } from '../../languages/scripts.ts';
import type { QueryNode } from '../query/tree.ts';
import { leavesOf } from '../query/tree.ts';
import type { Clause } from './filters.ts';
import { isShort, joinedClause, runClause, splitRuns } from './runs.ts';

/** What is marked, and on which forms of the text. */
export interface Marks {
  /** The query's words alone: what ranks them would cost as much again to mark. */
  readonly clause: Clause;
  readonly suffixes: readonly string[];
}

/** Words for marking only: nearness, languages and dates mark nothing. Runs of signs are marked where they stand whole. */
export const markWords = (words: readonly string[], suffixes: readonly string[]): Clause => ({
  dis_max: {
    queries: words.flatMap((query) => {
      const { runs, joined, others } = splitRuns(query);
      const fields = ['', ...suffixes].flatMap((suffix) => [`title${suffix}`, `body${suffix}`]);
      return [
        ...(others === '' ? [] : [{ multi_match: { query: others, fields } }]),
        ...runs.map((run) => runClause(run, ['title', 'body'])),
        ...joined.map((word) => joinedClause(word, ['title', 'body'])),
      ];
    }),
  },
});

/**
 * The forms of the text that marks of a query need beside the stemmed one. Each form is cut into words again for every
 * result that is shown, which is what marking costs.
 */
export const markedSuffixes = (query: QueryNode): readonly string[] => {
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

/** A query of small words alone finds nothing among stems. */
const isSmall = (text: string): boolean =>
  (text.length <= 3 && !isDense(text)) ||
  Object.values(functionWords).some((words) => words.includes(text.toLowerCase()));

/** The lead is the body's first paragraph: marked there. */
export const buildHighlight = ({ clause, suffixes }: Marks): estypes.SearchHighlight => {
  const matched = (field: string) =>
    suffixes.length > 0 ? { matched_fields: suffixes.map((suffix) => `${field}${suffix}`) } : {};
  return {
    type: 'unified',
    encoder: 'html',
    pre_tags: ['<mark>'],
    post_tags: ['</mark>'],
    require_field_match: true,
    highlight_query: clause,
    fields: {
      title: { number_of_fragments: 0, ...matched('title') },
      body: { number_of_fragments: 2, fragment_size: 160, ...matched('body') },
    },
  };
};
