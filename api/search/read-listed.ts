import { type Answer, AnswerTooLong, type SearchCall, type SearchExecutor } from './execute.ts';

/** Most bytes of a page of results: parsing more would block the event loop for over 100 ms. */
export const MOST_PAGE_BYTES = 16_000_000;
/** Of a page that lists articles: a hundred summaries and all facets have half of it. */
const MOST_LISTED_BYTES = 6_000_000;

/**
 * Reads lists of articles. A text without spaces or punctuation is one fragment, however long: then the lists are read
 * again without highlights, because a list must never fail for what its articles contain.
 *
 * @throws what the executor throws
 */
export const readListed = async (
  calls: readonly SearchCall[],
  execute: SearchExecutor,
): Promise<readonly Answer[]> => {
  try {
    return await execute(calls, { mostBytes: MOST_LISTED_BYTES });
  } catch (error) {
    if (!(error instanceof AnswerTooLong)) throw error;
    return execute(calls.map(withoutHighlights), { again: true, mostBytes: MOST_PAGE_BYTES });
  }
};

const withoutHighlights = ({ body: { highlight: _, ...body }, ...call }: SearchCall): SearchCall => ({
  ...call,
  body,
});
