import type { estypes } from '@elastic/elasticsearch';
import type { ArticleDocument } from '../../domain/document.ts';
import { shorten } from '../../domain/shorten.ts';
import type { NameFacetName } from '../facets/index.ts';
import { type Authorities, labelOf } from './authorities.ts';
import type { ArticleSummary, Labelled, Reader } from './result.ts';

/** Fields that a result shows; the rest of a document stays on the server. */
export const shownFields = [
  'id',
  'url',
  'title',
  'lead',
  'date',
  'dateKind',
  'published',
  'updated',
  'agency',
  'publisher',
  'language',
  'script',
  'dateline',
  'people',
  'story',
  'revision',
  'received',
] as const satisfies readonly (keyof ArticleDocument)[];

export type ShownDocument = Pick<ArticleDocument, (typeof shownFields)[number]>;

/** UTF-16 units. */
export const SUMMARY_LENGTH = 300;

/** People that one result tells; its article tells all. A page of a hundred lists is else a hundred thousand names. */
const MOST_PEOPLE = 100;

/** What a result says of one document, in the reader's language. */
export const summarize = (
  document: ShownDocument,
  { language }: Pick<Reader, 'language'>,
  authorities: Authorities,
  highlight?: estypes.SearchHit['highlight'],
): ArticleSummary => {
  const named =
    (facet: NameFacetName) =>
    (id: string): Labelled => ({
      id,
      label: labelOf(facet, id, language, authorities),
    });
  const { dateline, publisher } = document;
  return {
    id: document.id,
    url: document.url,
    page: `/articles/${encodeURIComponent(document.id)}`,
    title: document.title,
    summary: shorten(document.lead, SUMMARY_LENGTH),
    ...(highlight ? { highlights: highlightsOf(highlight) } : {}),
    date: document.date,
    dateKind: document.dateKind,
    published: document.published,
    updated: document.updated,
    agency: document.agency.map(named('agency')),
    publisher: publisher === null ? null : named('publisher')(publisher),
    language: document.language,
    script: document.script,
    dateline: dateline && {
      place: dateline.place === null ? null : named('place')(dateline.place),
      date: dateline.date,
      printed: dateline.printed,
    },
    people: document.people
      .filter((id) => !authorities.people.isDelisted(id))
      .slice(0, MOST_PEOPLE)
      .map(named('person')),
    story: document.story,
    revision: document.revision,
    received: document.received,
  };
};

/**
 * Elasticsearch highlights fields and their subfields for exact words; one of them is shown. A character that analysis
 * expands into several can leave empty highlights, and fragments without any highlight; both are dropped.
 */
const highlightsOf = (
  highlight: Readonly<Record<string, string[]>>,
): NonNullable<ArticleSummary['highlights']> =>
  Object.fromEntries(
    (['title', 'body'] as const).flatMap((field) => {
      const marked = (highlight[field] ?? [])
        .map((fragment) => fragment.replaceAll('<mark></mark>', ''))
        .filter((fragment) => fragment.includes('<mark>'));
      return marked.length > 0 ? [[field, marked]] : [];
    }),
  );
