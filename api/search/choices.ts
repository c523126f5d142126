import { z } from 'zod';
import type { IndexNames } from '../../mappings/names.ts';
import { type NameFacetName, nameFacet } from '../facets/index.ts';
import { nameFacetNames } from '../facets/names.ts';
import type { Answer, SearchCall } from './execute.ts';
import { amountOf, termsShape, withStories } from './facets/counts.ts';
import type { NameReading } from './filters.ts';
import { queryOf } from './plan.ts';
import type { Understanding } from './understand.ts';

/** Counts of results for each choice, by its reading and id. */
export type ChoiceCounts = ReadonlyMap<NameReading, ReadonlyMap<string, number>>;

/** Counts the results of each choice's link; sends no search if no name is ambiguous. */
export const planChoices = (understood: Understanding, names: IndexNames): readonly SearchCall[] =>
  severalIn(understood).map((reading) => countingCall(reading, understood, names));

/** @param answers  to the calls of `planChoices`, in their order */
export const readChoiceCounts = (understood: Understanding, answers: readonly Answer[]): ChoiceCounts =>
  new Map(severalIn(understood).map((reading, at) => [reading, countsOf(answers[at])]));

const severalIn = ({ unclear }: Understanding): readonly NameReading[] =>
  unclear.filter(({ ids }) => ids.length > 1);

const countingCall = (
  { parameter, ids }: NameReading,
  { params, text, filters }: Understanding,
  names: IndexNames,
): SearchCall => {
  const facet = facetOf(parameter);
  const others = filters.filter((filter) => filter.facet !== facet).map(({ clause }) => clause);
  return {
    index: names.articles,
    optional: false,
    global: false,
    body: {
      size: 0,
      track_total_hits: false,
      // If the query is only the name, the link keeps no words.
      query: queryOf(parameter === 'q' ? null : text, [
        ...others,
        { terms: { [nameFacet(facet).field]: [...ids] } },
      ]),
      aggs: {
        choices: {
          terms: {
            field: nameFacet(facet).field,
            include: [...ids],
            size: ids.length,
            shard_size: ids.length,
          },
          ...withStories(params.collapse === 'story'),
        },
      },
    },
  };
};

/** The facet of a reading's ids; a name in the query itself means a person. */
export const facetOf = (parameter: string): NameFacetName =>
  nameFacetNames.find((facet) => facet === parameter) ?? 'person';

const answerShape = z.object({ choices: termsShape }).optional();

const countsOf = (answer: Answer | undefined): ReadonlyMap<string, number> =>
  new Map(
    answerShape.parse(answer?.aggregations)?.choices.buckets.map((bucket) => [bucket.key, amountOf(bucket)]),
  );
