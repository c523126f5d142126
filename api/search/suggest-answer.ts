import { z } from 'zod';

/**
 * The answer of `GET /v1/suggest?q=`, for the search box: groups of typed suggestions, best first. Every label is plain
 * text; `match` has the ranges of it that the reader has typed, so that the box needs no rules for scripts.
 */

/** Described as a list of two: generators of clients cannot read OpenAPI's tuples. */
const stretch = z.tuple([z.number().int(), z.number().int()]).meta({
  override: { type: 'array', items: { type: 'integer' }, prefixItems: undefined, minItems: 2, maxItems: 2 },
});
/** Ranges of a label, in UTF-16 units, end exclusive, in order, not overlapping. */
const match = z.array(stretch).meta({ id: 'MatchedStretches' });

const suggested = {
  id: z.string(),
  /** In the reader's language if the name is known in it; else in the typed script. */
  label: z.string(),
  match,
  found: z
    .strictObject({ form: z.string(), match })
    .optional()
    .meta({ description: 'The matching name, if the label is in another script' }),
};

export const suggestAnswerSchema = z
  .strictObject({
    q: z.string().meta({ description: 'The typed text, to recognize late answers' }),
    people: z.array(
      z.strictObject({
        ...suggested,
        role: z.string().optional().meta({ description: 'The latest office, in the reader’s language' }),
        url: z.string().meta({ description: 'The person’s page on this site' }),
      }),
    ),
    agencies: z.array(
      z.strictObject({ ...suggested, url: z.string().meta({ description: 'The agency’s articles' }) }),
    ),
    completions: z
      .array(
        z.strictObject({
          q: z.string().meta({ description: 'The text with its last word completed; it has results' }),
          match,
        }),
      )
      .meta({ description: 'Completions of the last word from articles, with the same filters' }),
    articles: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        match,
        date: z.string().nullable(),
        language: z.string(),
        url: z.string().meta({ description: 'The article’s page on this site' }),
      }),
    ),
    words: z
      .strictObject({
        people: z.string(),
        agencies: z.string(),
        search: z.string(),
        articles: z.string(),
        suggestions: z.string(),
      })
      .meta({ description: 'Names of the groups and of the list, in the reader’s language' }),
  })
  .meta({ id: 'SuggestAnswer' });

export type SuggestAnswer = z.infer<typeof suggestAnswerSchema>;
export type SuggestedCompletion = SuggestAnswer['completions'][number];
export type SuggestedArticle = SuggestAnswer['articles'][number];
