import type { StatedTime } from '../domain/article.ts';
import type { ChecksumParts } from '../domain/checksum-parts.ts';
import type { ArticleDocument } from '../domain/document.ts';
import type { LanguageAnalysis, LanguageProfile } from '../languages/profile.ts';
import { buildAnalysis } from './analysis.ts';
import {
  collected,
  count,
  day,
  flag,
  type IndexBody,
  type IndexShape,
  instant,
  kept,
  keyword,
  opaque,
  type Properties,
  shapeSettings,
  summed,
} from './index-body.ts';

/** The fields that `combined_fields` combines; they share one analyzer. */
export const textFields = ['title', 'lead', 'body', 'credits'] as const;

/**
 * Settings and mappings of one language's article index. Every language has the same fields, each with its own
 * analyzers under the same names (`text`, `text_search`, `exact`, `exact_search`, `bigram`), so one query serves all.
 */
export const buildArticleIndex = (profile: LanguageProfile, shape: IndexShape = {}): IndexBody => ({
  settings: {
    ...shapeSettings(shape),
    analysis: buildAnalysis(profile.analysis),
    // The longest article that is accepted, because exceeding Elasticsearch's own limit fails the whole search.
    highlight: { max_analyzed_offset: 10_000_000 },
  },
  mappings: { dynamic: 'strict', properties: properties(profile.analysis) },
});

/** A stored field without a mapping, or a mapping without a stored field, does not compile. */
type PropertiesOf<Stored> = { readonly [Field in keyof Required<Stored>]: Properties[string] };

const properties = (analysis: LanguageAnalysis): PropertiesOf<ArticleDocument> => ({
  id: keyword,
  revision: count,
  checksum: collected,
  gone: flag,
  title: text(analysis),
  lead: text(analysis),
  body: text(analysis),
  credits: text(analysis),
  kinds: opaque,
  date: day,
  dateKind: keyword,
  published: statedTime,
  updated: statedTime,
  agency: keyword,
  publisher: keyword,
  country: keyword,
  dateline: {
    properties: { place: keyword, printed: kept, date: day } satisfies PropertiesOf<
      NonNullable<ArticleDocument['dateline']>
    >,
  },
  people: keyword,
  mentions: opaque,
  authors: keyword,
  mentioned: keyword,
  language: keyword,
  script: keyword,
  url: { ...keyword, ignore_above: 2048 },
  story: keyword,
  signature: { ...keyword, doc_values: false },
  received: instant,
  proof: {
    properties: {
      a: summed,
      b: summed,
      c: summed,
      d: summed,
      e: summed,
    } satisfies PropertiesOf<ChecksumParts>,
  },
});

/** Every field of a document by its path, as this version of the code maps it: `dateline`, `dateline.place`. */
export const articleFields = (analysis: LanguageAnalysis): ReadonlySet<string> =>
  new Set(
    Object.entries(properties(analysis)).flatMap(([name, field]) => [
      name,
      ...Object.keys('properties' in field ? (field.properties ?? {}) : {}).map(
        (inner) => `${name}.${inner}`,
      ),
    ]),
  );

/**
 * `.exact` has every word as printed, for phrases, proximity and `=exact`. `.bigram` has pairs of characters (or of
 * syllables, in Vietnamese), for words that are in no dictionary.
 */
const text = (analysis: LanguageAnalysis) => ({
  type: 'text',
  analyzer: 'text',
  search_analyzer: 'text_search',
  fields: {
    exact: { type: 'text', analyzer: 'exact', search_analyzer: 'exact_search' },
    ...(analysis.bigram ? { bigram: { type: 'text', analyzer: 'bigram' } } : {}),
  },
});

const statedTime = {
  properties: {
    instant,
    day,
    printed: kept,
    precision: keyword,
    zone: keyword,
  } satisfies PropertiesOf<StatedTime>,
};
