import { z } from 'zod';
import type { PersonRecord } from '../../authorities/people/index.ts';
import { nameOffice } from '../../authorities/people/offices.ts';
import { NotFound } from '../../domain/errors.ts';
import type { ApiServices } from '../services.ts';
import { labelOf } from './authorities.ts';
import { termsShape } from './facets/counts.ts';
import type { Aggregation } from './facets/facet.ts';
import { monthBars, monthBarsShape, readMonths } from './month-bars.ts';
import type { Reader } from './result.ts';
import { searchArticles, totalHits } from './search-articles.ts';

const roleSchema = z.strictObject({
  office: z.string(),
  title: z.string().meta({ description: 'Office and country in the language of the reader' }),
  country: z.string().nullable(),
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
});

/** A person, and data about them from the articles. */
export const personSchema = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    names: z
      .record(z.string(), z.array(z.string()))
      .meta({ description: 'By language, the official form first' }),
    roles: z.array(roleSchema).meta({ description: 'Offices, the latest first; an open end is null' }),
    articles: z.number().int(),
    first: z.string().nullable().meta({ description: 'Day of the first article' }),
    last: z.string().nullable(),
    months: z.array(z.strictObject({ month: z.string(), count: z.number().int() })),
    languages: z.array(z.strictObject({ value: z.string(), count: z.number().int() })),
    together: z
      .array(z.strictObject({ id: z.string(), label: z.string(), count: z.number().int() }))
      .meta({ description: 'People named in the same articles, the most frequent first' }),
    url: z.string().meta({ description: 'Their articles' }),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof personSchema>;

const TOGETHER = 20;
/** Months of a hundred years. */
const MOST_MONTHS = 1200;
const day = z.object({ value: z.number().nullable() });
const span = z.object({ first: day, last: day });
const aggregations = z.object({
  months: monthBarsShape,
  languages: termsShape,
  together: termsShape,
});

/** A person without counts by month, by language and of persons named together. */
export type PersonHead = Omit<Person, 'months' | 'languages' | 'together'>;

/** @throws {NotFound} if neither a record nor an article has the id */
export const findPersonHead = async (
  id: string,
  reader: Reader,
  services: ApiServices,
): Promise<PersonHead> => (await readPerson(id, reader, services, {})).head;

/** @throws {NotFound} if neither a record nor an article has the id */
export const findPerson = async (id: string, reader: Reader, services: ApiServices): Promise<Person> => {
  const { authorities } = services;
  const { head, counted } = await readPerson(id, reader, services, {
    months: monthBars,
    languages: { terms: { field: 'language', size: 100 } },
    together: { terms: { field: 'people', size: TOGETHER + 2, shard_size: 1000 } },
  });
  const { months, languages, together } = aggregations.parse(counted);
  await authorities.printed?.learn(together.buckets.map(({ key }) => key));
  return {
    ...head,
    months: readMonths(months).slice(-MOST_MONTHS),
    languages: languages.buckets.map(({ key, doc_count }) => ({ value: key, count: doc_count })),
    together: together.buckets
      .filter(({ key }) => key !== id && key !== head.id && !authorities.people.isDelisted(key))
      .slice(0, TOGETHER)
      .map(({ key, doc_count }) => ({
        id: key,
        label: labelOf('person', key, reader.language, authorities),
        count: doc_count,
      })),
  };
};

const readPerson = async (
  id: string,
  { language }: Reader,
  services: ApiServices,
  aggs: Readonly<Record<string, Aggregation>>,
): Promise<{ readonly head: PersonHead; readonly counted: unknown }> => {
  const { authorities } = services;
  const record = authorities.people.get(id);
  // A merged id is answered with the person whom it was merged into; articles may have either id for a while.
  const now = record?.id ?? id;
  if (authorities.people.isDelisted(id) || authorities.people.isDelisted(now))
    throw new NotFound(`there is no person ${id.slice(0, 100)}`);
  const answer = await searchArticles(
    {
      size: 0,
      track_total_hits: true,
      query: { bool: { filter: [{ terms: { people: [...new Set([now, id])] } }] } },
      aggs: { first: { min: { field: 'date' } }, last: { max: { field: 'date' } }, ...aggs },
    },
    services,
  );
  const articles = totalHits(answer);
  if (!record && articles === 0) throw new NotFound(`there is no person ${id.slice(0, 100)}`);
  await authorities.printed?.learn([now]);
  const { first, last } = span.parse(answer?.aggregations);
  const head = {
    id: now,
    label: labelOf('person', now, language, authorities),
    names: namesByLanguage(now, services),
    roles: rolesOf(record, language),
    articles,
    first: toDay(first.value),
    last: toDay(last.value),
    url: `/v1/articles?person=${encodeURIComponent(now)}`,
  };
  return { head, counted: answer?.aggregations };
};

const rolesOf = (record: PersonRecord | null, language: string): Person['roles'] =>
  [...(record?.roles ?? [])]
    .sort((one, other) => (other.from ?? 0) - (one.from ?? 0))
    .map(({ office, country, from, to }) => ({
      office,
      title: nameOffice(office, country ?? record?.country ?? null, language),
      country: country ?? record?.country ?? null,
      from,
      to,
    }));

const toDay = (value: number | null): string | null =>
  value === null ? null : new Date(value).toISOString().slice(0, 10);

const namesByLanguage = (id: string, { authorities }: ApiServices): Record<string, string[]> => {
  const names: Record<string, string[]> = {};
  for (const { language, form } of authorities.people.get(id)?.names ?? [])
    names[language] = [
      ...(names[language] ?? []),
      form.replace(/[*_]/g, (sign) => (sign === '_' ? ' ' : '')),
    ];
  return names;
};
