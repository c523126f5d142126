import type { Authorities } from '../../authorities/load.ts';
import type { CleanArticle, EnrichedArticle, Paragraph } from '../../domain/article.ts';
import { profileFor } from '../../languages/index.ts';
import { findAgencies } from './agencies/index.ts';
import { findAuthors } from './authors.ts';
import { splitDateline } from './datelines/index.ts';
import { chooseDate, findDates } from './dates/index.ts';
import { findLanguage, type LanguageIdentifier } from './language/index.ts';
import type { PersonLinker } from './link-people.ts';
import type { PeopleRecognizer } from './people/index.ts';
import { findPublisher } from './publishers/index.ts';

/** What enrichment needs: authorities and models, loaded once per thread. */
export interface Enrichers extends Pick<Authorities, 'agencies' | 'places' | 'publishers'> {
  readonly languages: LanguageIdentifier;
  readonly people: PeopleRecognizer;
  readonly linker: PersonLinker;
}

/**
 * Adds what an article says about itself: language, dates, source, publisher, dateline, people.
 * Fields that the sender gave are used unchanged; `null` means that the article has none.
 *
 * @throws {RejectedArticle} `bad-date` if the given date cannot be read
 */
export const enrich = (clean: CleanArticle, enrichers: Enrichers): EnrichedArticle => {
  const language = findLanguage(clean, enrichers.languages);
  const profile = profileFor(language.code);
  const publisher = findPublisher(clean, enrichers.publishers);
  const opening = splitDateline(clean, { profile, places: enrichers.places, agencies: enrichers.agencies });
  const agencies = findAgencies(clean, { profile, agencies: enrichers.agencies, publisher, opening });
  const dates = findDates(clean, { profile, publisher });
  const dateline = opening.dateline && { ...opening.dateline, date: opening.dayIn(dates) };
  const { date, dateKind } = chooseDate({ ...dates, dateline: dateline?.date ?? null });
  const title = clean.title ?? '';
  const paragraphs = agencies.paragraphs;
  const body = joinParagraphs(paragraphs);
  const named = enrichers.people.recognize({ title, body, language: profile.code, script: language.script });
  const people = enrichers.linker.link(named, {
    language: profile.code,
    date,
    title,
    body,
    countries: [
      enrichers.places.get(dateline?.place?.id ?? '')?.country,
      ...agencies.ids.map((id) => enrichers.agencies.get(id)?.country),
    ].filter((country) => typeof country === 'string'),
    ...(clean.given.people === undefined ? {} : { given: clean.given.people }),
  });
  return {
    id: clean.id,
    revision: clean.revision,
    url: clean.url,
    title,
    paragraphs,
    language: profile.code,
    script: language.script,
    date,
    dateKind,
    published: dates.published,
    updated: dates.updated,
    agency: agencies.ids,
    publisher: publisher.id,
    dateline,
    people,
    authors: findAuthors(clean, { ...enrichers, language: profile.code }),
    mentioned: namedIn(body, profile.code, people, enrichers),
  };
};

/** Places and bodies, each once, outside persons' names. */
const namedIn = (
  body: string,
  language: string,
  people: EnrichedArticle['people'],
  { places }: Pick<Enrichers, 'places'>,
): readonly string[] => {
  const taken = people.flatMap(({ mentions }) => mentions.filter(({ field }) => field === 'body'));
  const found = places.mentioned.findAll(body.slice(0, MOST_READ), language, taken);
  return [...new Set(found.map(({ id }) => id))];
};

/** For lists and books: names after this position are not their subject. UTF-16 units. */
const MOST_READ = 200_000;

/** The body as one text, to which the offsets of mentions refer. */
export const joinParagraphs = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map(({ text }) => text).join('\n');
