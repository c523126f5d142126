import { type AgencyAuthority, loadAgencies } from '../../authorities/agencies/index.ts';
import { loadPeople, type PeopleAuthority } from '../../authorities/people/index.ts';
import { loadPlaces, type PlaceAuthority } from '../../authorities/places/index.ts';
import { loadPublishers, type PublisherAuthority } from '../../authorities/publishers/index.ts';
import type { CleanArticle, EnrichedArticle, Paragraph } from '../../domain/article.ts';
import { createSharedTables, type SharedTables } from '../../domain/shared-tables.ts';
import { profileFor } from '../../languages/index.ts';
import { findAgencies } from './agencies/index.ts';
import { splitDateline } from './datelines/index.ts';
import { chooseDate, findDates } from './dates/index.ts';
import { findLanguage, type LanguageIdentifier, loadLanguageIdentifier } from './language/index.ts';
import { loadPersonLinker, type PersonLinker } from './link-people.ts';
import { loadPeopleRecognizer, type PeopleRecognizer } from './people/index.ts';
import { findPublisher } from './publishers/index.ts';

/** What enrichment knows: authorities and models, loaded once a thread. */
export interface Enrichers {
  readonly agencies: AgencyAuthority;
  readonly places: PlaceAuthority;
  readonly publishers: PublisherAuthority;
  readonly languages: LanguageIdentifier;
  readonly people: PeopleRecognizer;
  readonly linker: PersonLinker;
}

/**
 * Loads every authority and model. Takes a second or so: once a thread, never once an article.
 *
 * @param tables  what other threads of this process have loaded already
 * @param people  persons with the edits of operators; the shipped ones, unless given
 */
export const createEnrichers = (
  tables: SharedTables = createSharedTables(),
  people: PeopleAuthority = loadPeople(),
): Enrichers => {
  const agencies = loadAgencies();
  return {
    agencies,
    places: loadPlaces(),
    publishers: loadPublishers(agencies),
    languages: loadLanguageIdentifier(tables),
    people: loadPeopleRecognizer(undefined, tables, people),
    linker: loadPersonLinker(people),
  };
};

/**
 * Adds what an article says about itself: language, dates, source, publisher, dateline, people.
 * What the sender gave is believed; `null` there means that it has none.
 *
 * @throws {RejectedArticle} `bad-date` where the given date cannot be read
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
  };
};

/** The body as one text; the offsets of mentions count in it. */
export const joinParagraphs = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map(({ text }) => text).join('\n');
