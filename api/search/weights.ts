/**
 * Every weight of relevance, justified in docs/adr/0012-relevance-weights.md and measured by
 * `npm run evaluate -- retrieval`. A score is a sum of BM25 scores, so weights compare with 1, the plain words' own.
 */
export const weights = {
  /** Of the fields within the one field that the words are matched in. */
  fields: { title: 3, lead: 1.5, body: 1, credits: 1 },
  /** The words as printed, stop words and endings included. */
  exact: 0.3,
  /** Pairs of characters, where the index has them. */
  bigram: 0.5,
  /** All words as one phrase, in the title and elsewhere. */
  phrase: { title: 2, body: 1 },
  /** Pairs of neighbouring words of the query that stand near each other. */
  proximity: 0.5,
  /** The reader's own languages, as a share of the score. */
  readerLanguage: 0.15,
  /** The newest articles, as a share of the score; halved every `recencyHalfLifeDays`. */
  recency: 0.1,
  recencyHalfLifeDays: 90,
} as const;
