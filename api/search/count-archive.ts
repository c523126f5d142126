import { z } from 'zod';
import { nameTokens, OF_NAME } from '../../authorities/people/matching/normalize-name.ts';
import { normalize } from '../../domain/normalize.ts';
import type { Logger } from '../../platform/log.ts';
import type { ArchiveNames, CountedField } from './archive-names.ts';
import type { SearchBody, SearchExecutor } from './execute.ts';
import { termsShape } from './facets/counts.ts';
import { searchArticles } from './search-articles.ts';

const KEPT_MS = 60_000;
const PATIENCE_MS = 1_000;
const fields = {
  person: { field: 'people', size: 5000 },
  agency: { field: 'agency', size: 1000 },
  place: { field: 'dateline.place', size: 2000 },
} as const satisfies Record<CountedField, { field: string; size: number }>;
/** More than there are profiles. */
const languagesAsked = { terms: { field: 'language', size: 100 } };
const counted = ['person', 'agency', 'place'] as const;

/** Counts on request if the last count is over a minute old; meanwhile callers get the previous count. */
export const createArchiveNames = (
  execute: SearchExecutor,
  { prefix, clock, log }: { readonly prefix: string; readonly clock: () => Date; readonly log: Logger },
): ArchiveNames => {
  let counts = readCounts({});
  let counting: { readonly done: Promise<void>; readonly since: number } | null = null;
  const count = async (): Promise<void> => {
    try {
      const answer = await searchArticles(allCounts, { execute, config: { prefix } });
      counts = readCounts(answer?.aggregations ?? {});
    } catch (error) {
      counting = null;
      log.warn({ err: error }, 'names in articles could not be counted');
    }
  };
  let first = true;
  return {
    counts: (field) => counts[field].articles,
    idsOf: (field, printed) => counts[field].folded.get(fold(printed)) ?? [],
    unrecordedBearers: (word) => counts.bearers.get(nameTokens(word).join(' ')) ?? 0,
    languages: () => counts.languages,
    upToDate: async () => {
      const now = clock().getTime();
      if (!counting || now - counting.since >= KEPT_MS) counting = { done: count(), since: now };
      if (!first) return;
      await Promise.race([counting.done, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())]);
      first = false;
    },
  };
};

const allCounts: SearchBody = {
  size: 0,
  track_total_hits: false,
  aggs: {
    ...Object.fromEntries(counted.map((name) => [name, { terms: fields[name] }])),
    language: languagesAsked,
  },
};

interface FieldCounts {
  readonly articles: ReadonlyMap<string, number>;
  readonly folded: ReadonlyMap<string, readonly string[]>;
}

interface Counts extends Readonly<Record<CountedField, FieldCounts>> {
  readonly bearers: ReadonlyMap<string, number>;
  readonly languages: readonly string[];
}

const answerShape = z.object({
  person: termsShape.optional(),
  agency: termsShape.optional(),
  place: termsShape.optional(),
  language: termsShape.optional(),
});

const readCounts = (aggregations: unknown): Counts => {
  const answer = answerShape.parse(aggregations);
  const of = (name: CountedField): FieldCounts => {
    const articles = new Map(answer[name]?.buckets.map(({ key, doc_count }) => [key, doc_count]) ?? []);
    return { articles, folded: foldIds(articles.keys()) };
  };
  const person = of('person');
  return {
    person,
    agency: of('agency'),
    place: of('place'),
    bearers: countBearers(person.articles),
    languages: answer.language?.buckets.map(({ key }) => key) ?? [],
  };
};

const foldIds = (ids: Iterable<string>): ReadonlyMap<string, readonly string[]> => {
  const folded = new Map<string, string[]>();
  for (const id of ids) {
    if (!id.startsWith(OF_NAME)) continue;
    const key = fold(id.slice(OF_NAME.length));
    folded.set(key, [...(folded.get(key) ?? []), id]);
  }
  return folded;
};

const fold = (printed: string): string => normalize(printed, 'NFKC').toLowerCase().trim();

const countBearers = (people: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
  const bearers = new Map<string, number>();
  for (const [id, articles] of people) {
    if (!id.startsWith(OF_NAME)) continue;
    const words = id.slice(OF_NAME.length).split(' ');
    // A surname alone may mean any of its bearers.
    if (words.length < 2) continue;
    for (const word of new Set([words[0] ?? '', words.at(-1) ?? '']))
      bearers.set(word, (bearers.get(word) ?? 0) + articles);
  }
  return bearers;
};
