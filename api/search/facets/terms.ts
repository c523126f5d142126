import type { NameFacet } from '../../facets/facet.ts';
import type { ValueFacetName } from '../../facets/names.ts';
import type { Clause } from '../filters.ts';
import { linksWith } from '../links.ts';
import type { FacetOption } from '../result.ts';
import { amountOf, countShape, selectedShape, termsShape, withStories } from './counts.ts';
import type { FacetContext, FacetKind } from './facet.ts';

/** A facet whose values are ids: common to the facets of names and of languages. */
export interface CountedValues extends Pick<NameFacet, 'field' | 'several' | 'label'> {
  readonly name: ValueFacetName;
  /** The clause for one value, if it is more than a term. */
  readonly clause?: (value: string) => Clause;
}

/** Values per shard: more than most fields have, so that counts are exact. */
const SHARD_SIZE = 1000;

/** A facet of ids. Chosen values are counted by filters, so they are always listed. */
export const termsFacet = (counted: CountedValues): FacetKind => {
  const { name, field } = counted;
  return {
    name,
    ask: ({ params, own }) => {
      const stories = withStories(params.collapse === 'story');
      const size = params['facet-limit'];
      return {
        values: {
          terms: {
            field,
            size,
            shard_size: Math.max(SHARD_SIZE, size * 5),
            ...(stories.aggs ? { order: [{ stories: 'desc' }, { _key: 'asc' }] } : {}),
          },
          ...stories,
        },
        ...(countsMissing(counted, params.collapse === 'story')
          ? { missing: { missing: { field }, ...stories } }
          : {}),
        ...(own && own.values.length > 0
          ? {
              selected: {
                filters: {
                  filters: Object.fromEntries(own.values.map((value) => [value, clauseOf(counted, value)])),
                },
                ...stories,
              },
            }
          : {}),
      };
    },
    read: (counts, total, context) => {
      const values = termsShape.parse(counts.values);
      const stories = context.params.collapse === 'story';
      return {
        unit: stories ? 'story' : 'article',
        total,
        missing: countsMissing(counted, stories)
          ? amountOf(countShape.parse(counts.missing))
          : total - values.sum_other_doc_count - sumOf(values.buckets),
        exact: values.doc_count_error_upper_bound === 0 && !stories,
        more: values.sum_other_doc_count > 0,
        options: readOptions(counted, counts, values.buckets, context),
      };
    },
  };
};

/** With one value per article, the articles without a value are the rest of the total; stories may have several values. */
const countsMissing = ({ several }: CountedValues, stories: boolean): boolean => stories || several;

const sumOf = (buckets: Buckets): number => buckets.reduce((sum, { doc_count }) => sum + doc_count, 0);

const clauseOf = ({ field, clause }: CountedValues, value: string): Clause =>
  clause?.(value) ?? { term: { [field]: value } };

type Buckets = ReturnType<typeof termsShape.parse>['buckets'];

const readOptions = (
  { name, label }: CountedValues,
  counts: Readonly<Record<string, unknown>>,
  buckets: Buckets,
  context: FacetContext,
): FacetOption[] => {
  const { people } = context.authorities;
  const isShown = (value: string): boolean =>
    (name !== 'person' && name !== 'author') || !people.isDelisted(value);
  const chosen = new Set((context.own?.values ?? []).filter(isShown));
  const selected = chosen.size > 0 ? selectedShape.parse(counts.selected).buckets : {};
  const linkFor = toggling(name, context);
  const option = (value: string, count: number): FacetOption => ({
    value,
    label: label(value, context.reader.language, context.authorities),
    count,
    selected: chosen.has(value),
    url: linkFor(value),
  });
  return [
    ...Array.from(chosen, (value) => option(value, selected[value] ? amountOf(selected[value]) : 0)),
    ...buckets
      .filter(({ key }) => !chosen.has(key) && isShown(key))
      .map((bucket) => option(bucket.key, amountOf(bucket))),
  ].sort((a, b) => b.count - a.count);
};

/** Links that add or remove a value. */
const toggling = (
  name: ValueFacetName,
  { links, own, reader }: FacetContext,
): ((value: string) => string) => {
  const chosen = own?.values ?? [];
  const linkOf = linksWith(reader.path, links, [name]);
  return (value) =>
    linkOf([[name, chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]]]);
};
