import fc from 'fast-check';
import { spanOf } from '../../api/params/dates.ts';
import type { StatedTime } from '../../domain/article.ts';
import type { ArticleDocument } from '../../domain/document.ts';
import { firstDayOf, lastDayOf } from '../../domain/partial-dates.ts';
import { documentOf } from './documents.ts';

/** An archive drawn at random, random searches of it, and which articles each must find, counted without Elasticsearch. */

export const countedCodes = ['en', 'zh', 'ru', 'ar', 'es', 'fr', 'de', 'ja'];
const PEOPLE = 6000;
const countries = ['FR', 'CN', 'RU', 'QA'];

/** The members of the collection that a search may name. */
export const collected = {
  publishers: ['p1.example', 'p4.example'],
  agencies: ['agency3'],
  countries: ['QA'],
};

/**
 * A few people in many articles and thousands in one or two: more than a shard's list holds. One article in eight names
 * nobody, one in ten has no date, some only a month or a year.
 */
const makeDocuments = (count: number): readonly ArticleDocument[] => {
  let state = 17;
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const drawn = (size: number): number => Math.floor(size ** random()) - 1;
  return Array.from({ length: count }, (_, number) =>
    documentOf({
      id: `d${number}`,
      title: `word${drawn(20)}`,
      body: `word${drawn(20)} word${drawn(20)}`,
      language: countedCodes[drawn(countedCodes.length + 1)] ?? 'en',
      agency: random() < 0.2 ? [] : [`agency${drawn(30)}`],
      people: number % 8 === 0 ? [] : people(number, drawn),
      authors: random() < 0.5 ? [] : [`name:writer ${drawn(12)}`],
      mentioned: countries.filter(() => random() < 0.3),
      country: random() < 0.2 ? null : (countries[drawn(countries.length + 1)] ?? null),
      publisher: random() < 0.3 ? null : `p${drawn(10)}.example`,
      story: `s${Math.floor(number / 3)}`,
      ...dated(random, drawn),
    }),
  );
};

const people = (number: number, drawn: (size: number) => number): readonly string[] => {
  const often = Array.from({ length: 1 + drawn(4) }, () => drawn(PEOPLE));
  const seldom = [(number * 2) % PEOPLE, (number * 2 + 1) % PEOPLE];
  return [...new Set([...often, ...seldom])].map((person) => `dl:person-${person}`);
};

const dated = (
  random: () => number,
  drawn: (size: number) => number,
): Pick<ArticleDocument, 'date' | 'dateKind' | 'published'> => {
  const kind = random();
  if (kind < 0.1) return { date: null, dateKind: null, published: null };
  const day = `20${String(10 + drawn(10)).padStart(2, '0')}-0${1 + drawn(9)}-1${drawn(9)}`;
  if (kind < 0.16) return published(day.slice(0, 'yyyy-mm'.length), 'month');
  if (kind < 0.2) return published(day.slice(0, 'yyyy'.length), 'year');
  return { date: day, dateKind: 'dateline', published: null };
};

const published = (date: string, precision: StatedTime['precision']) => ({
  date,
  dateKind: 'published' as const,
  published: {
    instant: `${firstDayOf(date)}T00:00:00Z`,
    day: date,
    printed: date,
    precision,
    zone: 'assumed-utc' as const,
  },
});

export const documents = makeDocuments(4000);

export interface Chosen {
  readonly word: number | null;
  readonly agency: readonly string[];
  readonly person: readonly string[];
  readonly lang: readonly string[];
  readonly author: readonly string[];
  readonly mentions: readonly string[];
  readonly country: readonly string[];
  readonly publisher: readonly string[];
  readonly story: readonly string[];
  readonly collection: boolean;
  /** As written in the request. */
  readonly dates: { readonly from: string; readonly to: string } | null;
}

export const dimensions = ['agency', 'person', 'lang', 'author', 'mentions', 'country', 'publisher'] as const;
export type Dimension = (typeof dimensions)[number];

export const valuesOf: Readonly<Record<Dimension, (document: ArticleDocument) => readonly string[]>> = {
  agency: ({ agency }) => agency,
  person: ({ people }) => people,
  lang: ({ language }) => [language],
  author: ({ authors }) => authors,
  mentions: ({ mentioned }) => mentioned,
  country: ({ country }) => (country === null ? [] : [country]),
  publisher: ({ publisher }) => (publisher === null ? [] : [publisher]),
};

/** @param without  a facet counts without its own filter */
export const matches = (document: ArticleDocument, chosen: Chosen, without?: Dimension): boolean =>
  (chosen.word === null || `${document.title} ${document.body}`.split(' ').includes(`word${chosen.word}`)) &&
  dimensions.every(
    (name) =>
      name === without ||
      chosen[name].length === 0 ||
      chosen[name].some((value) => valuesOf[name](document).includes(value)),
  ) &&
  (chosen.story.length === 0 || chosen.story.includes(document.story)) &&
  (!chosen.collection || isCollected(document)) &&
  (chosen.dates === null || isWithin(document.date, chosen.dates));

const isCollected = ({ publisher, agency, country }: ArticleDocument): boolean =>
  collected.publishers.includes(publisher ?? '') ||
  agency.some((id) => collected.agencies.includes(id)) ||
  collected.countries.includes(country ?? '');

/** A month or a year must lie completely within the range. */
const isWithin = (
  date: string | null,
  { from, to }: { readonly from: string; readonly to: string },
): boolean =>
  date !== null &&
  firstDayOf(date) >= (spanOf(from)?.from ?? '') &&
  lastDayOf(date) <= (spanOf(to)?.to ?? '');

/** Parameters of the filters; the collection is the one with the members above. */
export const queryOf = (chosen: Chosen, collection: string): URLSearchParams => {
  const query = new URLSearchParams();
  if (chosen.word !== null) query.set('q', `word${chosen.word}`);
  for (const name of [...dimensions, 'story'] as const)
    for (const value of chosen[name]) query.append(name, value);
  if (chosen.collection) query.set('collection', collection);
  if (chosen.dates) {
    query.set('from-date', chosen.dates.from);
    query.set('to-date', chosen.dates.to);
  }
  return query;
};

/** How a bar of a step counts an article: under its first day, unless its date is longer than the step. */
export const hasPlaceIn = (date: string | null, step: string): boolean => {
  if (date === null) return false;
  if (step === 'year' || step === 'decade') return true;
  const shortest = step === 'month' || step === 'quarter' ? 'yyyy-mm' : 'yyyy-mm-dd';
  return date.length >= shortest.length;
};

const some = (prefix: string, size: number) =>
  fc.uniqueArray(
    fc.nat(size - 1).map((number) => `${prefix}${number}`),
    { maxLength: 3 },
  );

const writtenDay = fc
  .tuple(
    fc.integer({ min: 2010, max: 2015 }),
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 10, max: 28 }),
  )
  .map(([year, month, day]) => `${year}-0${month}-${day}`);

/** Days, months and years, in order. */
const writtenDates = fc
  .tuple(writtenDay, writtenDay, fc.constantFrom(4, 7, 10), fc.constantFrom(4, 7, 10))
  .map(([one, other, first, last]) => {
    const [from = '', to = ''] = [one, other].sort();
    return { from: from.slice(0, first), to: to.slice(0, last) };
  })
  .filter(({ from, to }) => (spanOf(from)?.from ?? '') <= (spanOf(to)?.to ?? ''));

const often = <T>(usual: T, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary });

export const choices: fc.Arbitrary<Chosen> = fc.record({
  word: fc.option(fc.nat(12)),
  agency: often([], some('agency', 12)),
  person: often([], fc.oneof(some('dl:person-', 30), some('dl:person-', PEOPLE))),
  lang: often([], fc.subarray(countedCodes, { maxLength: 2 })),
  author: often([], some('name:writer ', 12)),
  mentions: often([], fc.subarray(countries, { maxLength: 2 })),
  country: often([], fc.subarray(countries, { maxLength: 3 })),
  publisher: often(
    [],
    some('p', 10).map((names) => names.map((name) => `${name}.example`)),
  ),
  story: often(
    [],
    fc.uniqueArray(
      fc.nat(1300).map((number) => `s${number}`),
      { maxLength: 40 },
    ),
  ),
  collection: often(false, fc.constant(true)),
  dates: fc.option(writtenDates),
});

export const everything: Chosen = {
  word: null,
  agency: [],
  person: [],
  lang: [],
  author: [],
  mentions: [],
  country: [],
  publisher: [],
  story: [],
  collection: false,
  dates: null,
};
