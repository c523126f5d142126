import { z } from 'zod';

/**
 * The answer to a search: the API's JSON, and the input of the results page. The OpenAPI document is generated from
 * these schemas.
 */

const labelled = z.strictObject({
  id: z.string(),
  /** In the reader's language. */
  label: z.string(),
});

const statedTime = z
  .strictObject({
    instant: z.string().meta({ description: 'ISO 8601, UTC' }),
    day: z
      .string()
      .meta({ description: 'The local calendar day; yyyy-mm or yyyy with a precision of month or year' }),
    printed: z.string().meta({ description: 'The form it was printed in' }),
    precision: z.enum(['year', 'month', 'day', 'hour', 'minute', 'second']),
    zone: z.enum(['printed', 'publisher', 'assumed-utc']),
  })
  .meta({ id: 'StatedTime' });

const highlights = z
  .strictObject({
    title: z.array(z.string()).optional(),
    lead: z.array(z.string()).optional(),
    body: z.array(z.string()).optional(),
  })
  .meta({ description: 'HTML: everything escaped, matches inside <mark>', id: 'Highlights' });

export const articleSummarySchema = z
  .strictObject({
    id: z.string(),
    url: z.string().nullable().meta({ description: 'Where it was published' }),
    page: z.string().meta({ description: 'Its page on this site' }),
    title: z.string(),
    summary: z.string().meta({ description: 'The first paragraph, cut at 300 characters' }),
    highlights: highlights.optional(),
    date: z.string().nullable().meta({
      description: 'The local day printed on the article, yyyy-mm-dd; yyyy-mm or yyyy if no day is stated',
    }),
    dateKind: z.enum(['published', 'updated', 'dateline']).nullable(),
    published: statedTime.nullable(),
    updated: statedTime.nullable(),
    agency: z.array(labelled),
    publisher: labelled.nullable(),
    country: labelled.nullable().meta({ description: 'Of the publisher' }),
    language: z.string(),
    script: z.string(),
    dateline: z
      .strictObject({
        place: labelled.nullable(),
        date: z.string().nullable(),
        printed: z.string(),
      })
      .nullable(),
    authors: z.array(labelled).meta({ description: 'Who wrote it' }),
    mentioned: z.array(labelled).meta({ description: 'Countries, cities and bodies that the text names' }),
    people: z.array(labelled).meta({ description: 'The first 100; `mentions` of the article names all' }),
    story: z.string(),
    copies: z
      .strictObject({
        count: z.number().int().meta({ description: 'Articles of this story, itself included' }),
        first: z
          .strictObject({
            id: z.string(),
            date: z.string().nullable(),
            publisher: labelled.nullable(),
            agency: z.array(labelled),
          })
          .meta({ description: 'The one that appeared first' }),
        url: z.string().meta({ description: 'All of them' }),
      })
      .optional()
      .meta({ description: 'With collapse: all copies of this text, independent of the search' }),
    revision: z.number().int(),
    received: z.string().meta({ description: 'When readers could first see this revision' }),
    context: z.array(z.string()).optional().meta({
      description: 'With context: the sentences round each find, HTML with <mark>; 20 finds at most',
    }),
    body: z.string().optional().meta({ description: 'With fields=body and a read key: the whole text' }),
    found: z.enum(['words', 'translation']).optional().meta({
      description: 'With translate: whether it contains words of the query, or only translations',
    }),
    why: z.string().optional().meta({ description: 'With explain=true: why it has this rank' }),
  })
  .meta({ id: 'ArticleSummary' });

export const facetOptionSchema = z
  .strictObject({
    value: z.string(),
    label: z.string(),
    count: z.number().int(),
    selected: z.boolean(),
    url: z.string().meta({ description: 'The same search with this option chosen, or removed' }),
  })
  .meta({ id: 'FacetOption' });

export const facetSchema = z
  .strictObject({
    unit: z.enum(['article', 'story']),
    total: z.number().int().meta({ description: 'Number of matches without the facet’s own filter' }),
    missing: z.number().int().meta({ description: 'How many of these have no value' }),
    exact: z.boolean().meta({ description: 'Whether every count is exact' }),
    more: z.boolean().meta({ description: 'Whether there are values beyond these' }),
    step: z
      .enum(['hour', 'day', 'week', 'month', 'quarter', 'year', 'decade'])
      .optional()
      .meta({ description: 'Width of a bar, in the date facet' }),
    options: z.array(facetOptionSchema),
  })
  .meta({ id: 'Facet' });

const choice = z
  .strictObject({
    parameter: z.string().meta({ description: 'Where the name was given: a parameter, or q' }),
    name: z.string(),
    options: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        role: z.string().optional().meta({ description: 'Of a person: the office held now or last' }),
        count: z
          .number()
          .int()
          .meta({ description: 'Number of results of its link; the most frequent first' }),
        url: z.string(),
      }),
    ),
  })
  .meta({ description: 'An ambiguous name, or (without options) an unknown one', id: 'Choice' });

const expansion = z
  .strictObject({
    q: z.string(),
    person: labelled,
    others: z.array(labelled.extend({ role: z.string().optional() })).meta({
      description:
        'Other persons with this name, who are left out because the articles name them far less often',
    }),
    off: z.string().meta({ description: 'The same search without it' }),
  })
  .meta({ id: 'Expansion' });

const searchTranslation = z
  .strictObject({
    word: z.string().meta({ description: 'A word or phrase of the query, as written' }),
    language: z.string(),
    terms: z.array(
      z.strictObject({
        term: z.string(),
        gloss: z.string().meta({ description: 'The sense, in English; empty if the word has only one' }),
        off: z.string().meta({ description: 'The same search without this term' }),
      }),
    ),
    dropped: z
      .number()
      .int()
      .meta({ description: 'Number of translations into this language left out by the limits' }),
  })
  .meta({ id: 'SearchTranslation' });

/** What one request may not cost, and therefore lacks. */
const limitedSchema = z.array(z.enum(['translations', 'names'])).meta({
  description:
    'What this answer lacks since it would cost too much: `translations` of further words; `names`: the persons, authors and places of each result, because the page would be too long. Absent where it lacks nothing',
});

export const searchResultSchema = z
  .strictObject({
    total: z.strictObject({ count: z.number().int(), exact: z.boolean() }),
    description: z.string().meta({ description: 'Description of the search, in the reader’s language' }),
    took: z.number().int().meta({ description: 'Milliseconds' }),
    results: z.array(articleSummarySchema),
    bestBets: z.array(articleSummarySchema).optional().meta({
      description:
        'Chosen by the operator for this query, on the first page; under the same filters, but not counted, and they may be among the results too',
    }),
    facets: z.record(z.string(), facetSchema),
    choices: z.array(choice),
    expansions: z.array(expansion),
    translations: z.array(searchTranslation).optional().meta({ description: 'With translate' }),
    limited: limitedSchema.optional(),
    suggestion: z
      .strictObject({ q: z.string(), count: z.number().int(), url: z.string() })
      .nullable()
      .meta({ description: 'A correction that has results' }),
    nextCursor: z.string().optional(),
    links: z.record(z.string(), z.string()).meta({ description: 'self, next, prev, feeds, downloads' }),
  })
  .meta({ id: 'SearchResult' });

/** Fields that `fields` may name; `why` comes with `explain` only. */
export const resultFields = articleSummarySchema.omit({ why: true }).keyof().options;
export type ResultField = (typeof resultFields)[number];

export type Labelled = z.infer<typeof labelled>;
export type ArticleSummary = z.infer<typeof articleSummarySchema>;
export type Facet = z.infer<typeof facetSchema>;
export type FacetOption = z.infer<typeof facetOptionSchema>;
export type Choice = z.infer<typeof choice>;
export type SearchTranslation = z.infer<typeof searchTranslation>;
export type Expansion = z.infer<typeof expansion>;
export type SearchResult = z.infer<typeof searchResultSchema>;

/** The reader for whom labels and links are made. */
export interface Reader {
  /** One of the interface languages. */
  readonly language: string;
  /** For dates: the language with the reader's region, as of `readerLocale`; without it, the language. */
  readonly locale?: string;
  /** Path of links in the result: `/v1/articles`, or `/` on the results page. */
  readonly path: string;
  /** Languages that the reader prefers, only for ranking. */
  readonly preferred?: readonly string[];
  /** Parameters that a route set by itself, which links leave out. */
  readonly unlinked?: readonly string[];
}
