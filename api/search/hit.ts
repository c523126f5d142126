import type { estypes } from '@elastic/elasticsearch';
import type { ArticleDocument } from '../../domain/document.ts';
import { shortenFragment } from '../../domain/marked-text.ts';
import { shorten } from '../../domain/shorten.ts';
import type { NameFacetName } from '../facets/index.ts';
import { type Authorities, labelOf } from './authorities.ts';
import { findContexts } from './find-contexts.ts';
import type { ArticleSummary, Labelled, Reader } from './result.ts';

/** Fields of a document that results need; the others are not fetched. */
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
  'authors',
  'mentioned',
  'country',
  'story',
  'revision',
  'received',
] as const satisfies readonly (keyof ArticleDocument)[];

/** The same without lists of names, of which an article may have a thousand. */
export const withoutNames = shownFields.filter(
  (field) => field !== 'people' && field !== 'authors' && field !== 'mentioned',
);

export type ShownDocument = Pick<ArticleDocument, (typeof shownFields)[number]>;

/** UTF-16 units. */
export const SUMMARY_LENGTH = 300;

/** Most persons of one result; the article itself has all. A page with a hundred lists would have a hundred thousand names. */
export const MOST_PEOPLE = 100;

/** A result for one document, in the reader's language. */
export const summarize = (
  document: ShownDocument,
  { language }: Pick<Reader, 'language'>,
  authorities: Authorities,
  highlight?: estypes.SearchHit['highlight'],
  context = 0,
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
    ...(highlight ? marksOf(highlight, context, document.language) : {}),
    date: document.date,
    dateKind: document.dateKind,
    published: document.published,
    updated: document.updated,
    agency: document.agency.map(named('agency')),
    publisher: publisher === null ? null : named('publisher')(publisher),
    country: document.country === null ? null : named('country')(document.country),
    language: document.language,
    script: document.script,
    dateline: dateline && {
      place: dateline.place === null ? null : named('place')(dateline.place),
      date: dateline.date,
      printed: dateline.printed,
    },
    authors: document.authors.filter((id) => !authorities.people.isDelisted(id)).map(named('author')),
    mentioned: document.mentioned.slice(0, MOST_PEOPLE).map(named('mentions')),
    people: document.people
      .filter((id) => !authorities.people.isDelisted(id))
      .slice(0, MOST_PEOPLE)
      .map(named('person')),
    story: document.story,
    revision: document.revision,
    received: document.received,
  };
};

/** If sentences are requested, the whole text came back highlighted, and its fragments are made here. */
const marksOf = (
  highlight: Readonly<Record<string, string[]>>,
  context: number,
  language: string,
): Pick<ArticleSummary, 'highlights' | 'context'> => {
  const title = markedIn(highlight.title);
  if (context === 0)
    return { highlights: highlightsOf(title, markedIn(highlight.body).map(shortenFragment)) };
  const text = (highlight.body?.[0] ?? '').replaceAll(emptyMark, '');
  const contexts = [...findContexts(text, context, language)];
  return { highlights: highlightsOf(title, markedIn(contexts)), context: contexts };
};

const emptyMark = '<mark></mark>';

/** A character that analysis expands into several can leave empty highlights, and fragments without any: both go. */
const markedIn = (fragments: readonly string[] = []): readonly string[] =>
  fragments
    .map((fragment) => fragment.replaceAll(emptyMark, ''))
    .filter((fragment) => fragment.includes('<mark>'));

/** Only fields with matches. */
const highlightsOf = (
  title: readonly string[],
  body: readonly string[],
): NonNullable<ArticleSummary['highlights']> => ({
  ...(title.length > 0 ? { title: [...title] } : {}),
  ...(body.length > 0 ? { body: [...body] } : {}),
});
