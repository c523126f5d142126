import type { CustomAnalyzer, LanguageAnalysis, LanguageProfile } from '../languages/profile.ts';
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

/** The fields that `combined_fields` takes together: all of one analyzer. */
export const textFields = ['title', 'lead', 'body', 'credits'] as const;

/**
 * Settings and mappings of one language's article index. Every language has the same fields, each with its own
 * analyzers under the same names (`text`, `text_search`, `exact`, `bigram`), so one query serves all.
 */
export const buildArticleIndex = (profile: LanguageProfile, shape: IndexShape = {}): IndexBody => ({
  settings: {
    ...shapeSettings(shape),
    analysis: buildAnalysis(profile.analysis),
    // The longest article that is taken; Elasticsearch's own limit fails the whole search.
    highlight: { max_analyzed_offset: 10_000_000 },
  },
  mappings: { dynamic: 'strict', properties: properties(profile.analysis) },
});

const buildAnalysis = (analysis: LanguageAnalysis) => ({
  char_filter: { ...analysis.charFilters },
  tokenizer: { ...analysis.tokenizers },
  filter: { ...analysis.filters },
  analyzer: {
    text: custom(analysis.text),
    text_search: custom(analysis.textSearch ?? analysis.text),
    exact: custom(analysis.exact),
    ...(analysis.bigram ? { bigram: custom(analysis.bigram) } : {}),
  },
});

const custom = ({ charFilters = [], tokenizer, filters }: CustomAnalyzer) => ({
  type: 'custom',
  char_filter: charFilters,
  tokenizer,
  filter: filters,
});

const properties = (analysis: LanguageAnalysis): Properties => ({
  id: keyword,
  revision: count,
  checksum: collected,
  gone: flag,
  ...Object.fromEntries(textFields.map((name) => [name, text(analysis)])),
  kinds: opaque,
  date: day,
  dateKind: keyword,
  published: statedTime,
  updated: statedTime,
  agency: keyword,
  publisher: keyword,
  dateline: { properties: { place: keyword, printed: kept, date: day } },
  people: keyword,
  mentions: opaque,
  language: keyword,
  script: keyword,
  url: { ...keyword, ignore_above: 2048 },
  story: keyword,
  signature: { ...keyword, doc_values: false },
  received: instant,
  proof: { properties: { a: summed, b: summed, c: summed, d: summed, e: summed } },
});

/**
 * `.exact` keeps every word as printed, for phrases, proximity and `=exact`. `.bigram` keeps pairs of characters
 * (or of syllables, in Vietnamese), for what no dictionary knows.
 */
const text = (analysis: LanguageAnalysis) => ({
  type: 'text',
  analyzer: 'text',
  search_analyzer: 'text_search',
  fields: {
    exact: { type: 'text', analyzer: 'exact' },
    ...(analysis.bigram ? { bigram: { type: 'text', analyzer: 'bigram' } } : {}),
  },
});

const statedTime = {
  properties: { instant, day, printed: kept, precision: keyword, zone: keyword },
};
