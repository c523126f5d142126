import type { Acceptance } from '../domain/acceptance.ts';
import type { EnrichedArticle } from '../domain/article.ts';
import type { ArticleDocument } from '../domain/document.ts';
import { boundDocument } from './bounds.ts';
import { type Enrichers, joinParagraphs } from './enrich/index.ts';
import { signatureOf } from './enrich/story/signature.ts';

/** Datelines print places in capitals or not: `BAHRAIN` becomes `Bahrain`. Initials stay. */
const inOneCase = (printed: string): string =>
  /^(?=.*\p{Lu}{4})[^\p{Ll}]+$/u.test(printed)
    ? printed.toLowerCase().replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase())
    : printed;

/** The search document of an enriched article. */
export const toDocument = (
  article: EnrichedArticle,
  { checksum, received }: Acceptance,
  { agencies, places, publishers }: Pick<Enrichers, 'agencies' | 'places' | 'publishers'>,
): ArticleDocument => {
  const place = article.dateline?.place ?? null;
  const { language } = article;
  const labels = [
    ...article.agency.flatMap((id) => [agencies.label(id, language), agencies.label(id, 'en')]),
    ...(article.publisher
      ? [publishers.label(article.publisher, language), publishers.label(article.publisher, 'en')]
      : []),
    ...(place?.id ? [places.label(place.id, language), places.label(place.id, 'en')] : [place?.printed]),
  ];
  const body = joinParagraphs(article.paragraphs);
  const signature = signatureOf(body);
  return boundDocument({
    id: article.id,
    revision: article.revision,
    checksum,
    gone: false,
    title: article.title,
    lead: article.paragraphs[0]?.text ?? '',
    body,
    kinds: article.paragraphs.map(({ kind }) => kind),
    credits: [...new Set(labels.filter((label) => label !== undefined && label !== null))],
    date: article.date,
    dateKind: article.dateKind,
    published: article.published,
    updated: article.updated,
    agency: article.agency,
    publisher: article.publisher,
    country: article.publisher === null ? null : publishers.countryOf(article.publisher),
    dateline: article.dateline && {
      place: place && (place.id ?? `name:${inOneCase(place.printed)}`),
      printed: article.dateline.printed,
      date: article.dateline.date,
    },
    people: [...new Set(article.people.map(({ id }) => id))],
    mentions: article.people.map(({ id, name, roles, mentions }) => ({ id, name, roles, mentions })),
    authors: article.authors,
    mentioned: article.mentioned,
    language,
    script: article.script,
    url: article.url,
    story: article.id,
    ...(signature.length > 0 ? { signature } : {}),
    received,
  });
};
