import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import { indexNames } from '../../mappings/names.ts';
import type { ApiServices } from '../services.ts';
import { labelOf } from './authorities.ts';
import { termsShape } from './facets/counts.ts';
import type { Reader } from './result.ts';

/** A person, and what the articles say of them. */
export const personSchema = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    names: z
      .record(z.string(), z.array(z.string()))
      .meta({ description: 'By language, the official form first' }),
    articles: z.number().int(),
    first: z.string().nullable().meta({ description: 'Day of the first article' }),
    last: z.string().nullable(),
    languages: z.array(z.strictObject({ value: z.string(), count: z.number().int() })),
    together: z
      .array(z.strictObject({ id: z.string(), label: z.string(), count: z.number().int() }))
      .meta({ description: 'Who is named in the same articles, the most frequent first' }),
    url: z.string().meta({ description: 'Their articles' }),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof personSchema>;

const TOGETHER = 20;
const day = z.object({ value: z.number().nullable() });
const aggregations = z.object({ first: day, last: day, languages: termsShape, together: termsShape });

/** @throws {NotFound} where neither a record nor an article knows the id */
export const findPerson = async (
  id: string,
  { language }: Reader,
  services: ApiServices,
): Promise<Person> => {
  const { authorities, execute, config } = services;
  const [answer] = await execute([
    {
      index: indexNames(config.prefix).articles,
      optional: false,
      global: false,
      body: {
        size: 0,
        track_total_hits: true,
        query: { bool: { filter: [{ term: { people: id } }] } },
        aggs: {
          first: { min: { field: 'date' } },
          last: { max: { field: 'date' } },
          languages: { terms: { field: 'language', size: 100 } },
          together: { terms: { field: 'people', size: TOGETHER + 1, shard_size: 1000 } },
        },
      },
    },
  ]);
  const record = authorities.people.get(id);
  const total = answer?.hits.total;
  const articles = typeof total === 'number' ? total : (total?.value ?? 0);
  if (!record && articles === 0) throw new NotFound(`nobody is known as ${id.slice(0, 100)}`);
  const counts = aggregations.parse(answer?.aggregations);
  return {
    id,
    label: labelOf('person', id, language, authorities),
    names: namesByLanguage(id, services),
    articles,
    first: toDay(counts.first.value),
    last: toDay(counts.last.value),
    languages: counts.languages.buckets.map(({ key, doc_count }) => ({ value: key, count: doc_count })),
    together: counts.together.buckets
      .filter(({ key }) => key !== id)
      .slice(0, TOGETHER)
      .map(({ key, doc_count }) => ({
        id: key,
        label: labelOf('person', key, language, authorities),
        count: doc_count,
      })),
    url: `/v1/articles?person=${encodeURIComponent(id)}`,
  };
};

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

export const peopleListSchema = z
  .strictObject({
    results: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        score: z.number(),
        how: z.string().meta({ description: 'exact, order, partial, surname or sound' }),
        url: z.string(),
      }),
    ),
  })
  .meta({ id: 'People' });

/** Everybody who may be called so, best first. */
export const listPeople = (
  name: string,
  { language }: Reader,
  { authorities }: ApiServices,
): z.infer<typeof peopleListSchema> => ({
  results: authorities.people.findByName(name).map(({ id, score, how }) => ({
    id,
    score,
    how,
    label: labelOf('person', id, language, authorities),
    url: `/v1/people/${encodeURIComponent(id)}`,
  })),
});
