import { z } from 'zod';
import { indexNames } from '../../mappings/names.ts';
import { termsShape } from '../search/facets/counts.ts';
import type { ApiServices } from '../services.ts';
import { indexPrefixes, type NamePrefixes } from './name-prefixes.ts';
import { createNamedForms } from './named-people.ts';

/** How often who is named, for the order of suggestions: a minute old at most, and never waited for twice. */
export interface MentionCounts {
  readonly people: ReadonlyMap<string, number>;
  readonly agencies: ReadonlyMap<string, number>;
  /** The people named: those without a record by their names, those with one by the pinyin of theirs. */
  readonly named: NamePrefixes;
}

const KEPT_MS = 60_000;
const MOST_PEOPLE = 5000;
const MOST_AGENCIES = 1000;

export const createMentionCounts = (services: ApiServices): (() => Promise<MentionCounts>) => {
  const formsOf = createNamedForms(services.authorities.people);
  let kept: { readonly counts: Promise<MentionCounts>; readonly at: number } | null = null;
  return () => {
    const now = services.clock().getTime();
    if (kept && now - kept.at < KEPT_MS) return kept.counts;
    const counts = countMentions(services).then((counted) => ({
      ...counted,
      named: indexPrefixes(formsOf(counted.people.keys())),
    }));
    kept = { counts, at: now };
    counts.catch(() => {
      kept = null;
    });
    return counts;
  };
};

const aggregations = z.object({ people: termsShape, agencies: termsShape });

const countMentions = async ({ execute, config }: ApiServices): Promise<Omit<MentionCounts, 'named'>> => {
  const [answer] = await execute([
    {
      index: indexNames(config.prefix).articles,
      optional: false,
      global: false,
      body: {
        size: 0,
        aggs: {
          people: { terms: { field: 'people', size: MOST_PEOPLE } },
          agencies: { terms: { field: 'agency', size: MOST_AGENCIES } },
        },
      },
    },
  ]);
  const counts = aggregations.parse(answer?.aggregations);
  return { people: countsOf(counts.people), agencies: countsOf(counts.agencies) };
};

const countsOf = ({ buckets }: z.infer<typeof termsShape>): ReadonlyMap<string, number> =>
  new Map(buckets.map(({ key, doc_count }) => [key, doc_count]));
