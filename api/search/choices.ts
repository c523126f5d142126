import { z } from 'zod';
import type { IndexNames } from '../../mappings/names.ts';
import { type NameFacetName, nameFacet } from '../facets/index.ts';
import { nameFacetNames } from '../facets/names.ts';
import type { Answer, SearchCall } from './execute.ts';
import { amountOf, termsShape, withStories } from './facets/counts.ts';
import type { NameReading } from './filters.ts';
import { queryOf } from './plan.ts';
import type { Understanding } from './understand.ts';

/** How many articles each choice finds, by the reading it belongs to and its id. */
export type ChoiceCounts = ReadonlyMap<NameReading, ReadonlyMap<string, number>>;

/** Counts what the link of each choice finds; no search where no name means several. */
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
      // Of a query that is nothing but the name, the link keeps no word.
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

/** The facet that a reading's ids belong to; a name in the query itself is a person's. */
export const facetOf = (parameter: string): NameFacetName =>
  nameFacetNames.find((facet) => facet === parameter) ?? 'person';

const answerShape = z.object({ choices: termsShape }).optional();

const countsOf = (answer: Answer | undefined): ReadonlyMap<string, number> =>
  new Map(
    answerShape.parse(answer?.aggregations)?.choices.buckets.map((bucket) => [bucket.key, amountOf(bucket)]),
  );
