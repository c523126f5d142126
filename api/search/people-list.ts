import { z } from 'zod';
import type { ApiServices } from '../services.ts';
import { labelOf, roleOf } from './authorities.ts';
import { termsShape } from './facets/counts.ts';
import type { Reader } from './result.ts';
import { searchArticles } from './search-articles.ts';
import { type FoundPerson, findUnrecorded } from './unrecorded-people.ts';

export const peopleListSchema = z
  .strictObject({
    results: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        role: z.string().optional().meta({ description: 'The office held now or last' }),
        score: z.number(),
        articles: z.number().int().meta({ description: 'Number of articles that name them' }),
        how: z.string().meta({ description: 'exact, order, partial, initials, surname, given or sound' }),
        url: z.string(),
      }),
    ),
  })
  .meta({ id: 'People' });

/**
 * All persons who may have this name, with or without a record, best match first; of equal ones the most mentioned first.
 */
export const listPeople = async (
  name: string,
  { language }: Reader,
  services: ApiServices,
): Promise<z.infer<typeof peopleListSchema>> => {
  const { authorities } = services;
  const [recorded, unrecorded] = await Promise.all([
    findRecorded(name, services),
    findUnrecorded(name, services),
  ]);
  await authorities.printed?.learn(unrecorded.map(({ id }) => id));
  return {
    results: [...recorded, ...unrecorded]
      .map(({ id, score, articles, how }) => ({
        id,
        score,
        articles,
        how,
        label: labelOf('person', id, language, authorities),
        ...roleOf(id, language, authorities),
        url: `/v1/people/${encodeURIComponent(id.toWellFormed())}`,
      }))
      .sort((one, other) => other.score - one.score || other.articles - one.articles),
  };
};

const findRecorded = async (name: string, services: ApiServices): Promise<readonly FoundPerson[]> => {
  const found = services.authorities.people.findByName(name);
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const answer = await searchArticles(
    {
      size: 0,
      query: { bool: { filter: [{ terms: { people: ids } }] } },
      aggs: { people: { terms: { field: 'people', include: ids, size: ids.length } } },
    },
    services,
  );
  const { people } = z.object({ people: termsShape }).parse(answer?.aggregations);
  const counts = new Map(people.buckets.map(({ key, doc_count }) => [key, doc_count]));
  return found.map((match) => ({ ...match, articles: counts.get(match.id) ?? 0 }));
};
