import {
  type Answer,
  AnswerTooLong,
  type SearchBody,
  type SearchCall,
  type SearchExecutor,
} from './execute.ts';
import { withoutNames } from './hit.ts';

/** Most bytes of a page of results: parsing more would block the event loop for over 100 ms. */
export const MOST_PAGE_BYTES = 16_000_000;
/** Of a page that lists articles: a hundred summaries and all facets have half of it. */
const MOST_LISTED_BYTES = 6_000_000;

/** How one attempt to read a list is made. */
export interface Attempt {
  readonly mostBytes: number;
  /** The request with what this attempt asks for. */
  readonly smaller: (body: SearchBody) => SearchBody;
  /** Its answer in the usual shape. */
  readonly complete: (answer: Answer) => Answer;
}

export interface Listed<A> {
  readonly answer: A;
  /** Whether the articles came without the names in them. */
  readonly lacksNames: boolean;
}

const asItIs = (answer: Answer): Answer => answer;

const withEmptyNames = (answer: Answer): Answer => ({
  ...answer,
  hits: {
    ...answer.hits,
    hits: answer.hits.hits.map((hit) =>
      hit._source ? { ...hit, _source: { ...hit._source, people: [], authors: [], mentioned: [] } } : hit,
    ),
  },
});

const withoutHighlights = ({ highlight: _, ...body }: SearchBody): SearchBody => body;

/** What is left out first, so that a list answers whatever its articles contain. */
const attempts: readonly Attempt[] = [
  { mostBytes: MOST_LISTED_BYTES, smaller: (body) => body, complete: asItIs },
  // A text without spaces or punctuation is one highlighted fragment, however long.
  { mostBytes: MOST_PAGE_BYTES, smaller: withoutHighlights, complete: asItIs },
  // A thousand names of two hundred characters, a hundred times. Everything else is bounded well below this.
  {
    mostBytes: MOST_PAGE_BYTES,
    smaller: (body) => ({ ...withoutHighlights(body), _source: withoutNames }),
    complete: withEmptyNames,
  },
];

/**
 * Reads a list of articles, with less of each if it is too long.
 *
 * @throws what `read` throws
 */
export const readSmaller = async <A>(read: (attempt: Attempt) => Promise<A>): Promise<Listed<A>> => {
  for (const attempt of attempts) {
    try {
      return { answer: await read(attempt), lacksNames: attempt === attempts.at(-1) };
    } catch (error) {
      if (!(error instanceof AnswerTooLong) || attempt === attempts.at(-1)) throw error;
    }
  }
  throw new AnswerTooLong(MOST_PAGE_BYTES);
};

/** The same with the executor. */
export const readListed = (
  calls: readonly SearchCall[],
  execute: SearchExecutor,
): Promise<Listed<readonly Answer[]>> =>
  readSmaller(async ({ mostBytes, smaller, complete }) => {
    const answers = await execute(
      calls.map((call) => ({ ...call, body: smaller(call.body) })),
      { again: mostBytes > MOST_LISTED_BYTES, mostBytes },
    );
    return answers.map(complete);
  });
