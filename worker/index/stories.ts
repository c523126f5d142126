import type { Client } from '@elastic/elasticsearch';
import type { IndexNames } from '../../mappings/names.ts';
import type { Logger } from '../../platform/log.ts';
import { ownSearches } from '../../platform/search-groups.ts';

/** What is asked of one new document. */
export interface StoryQuestion {
  readonly id: string;
  readonly language: string;
  readonly date: string | null;
  readonly signature: readonly string[];
}

export interface Stories {
  /** The story of each, in order: that of the oldest near-copy known, else its own id. Never throws. */
  readonly find: (questions: readonly StoryQuestion[]) => Promise<readonly string[]>;
}

/** Equal bands of 16 from which two texts count as copies: about 80 % of their five-word runs in common. */
const equalBands = 6;
/** Formulaic texts come back every year; copies of one wire text within days. */
const daysApart = 7;
/** The index shows a document only after its next refresh; until then it is remembered here. */
const remembered = 2000;

interface Known extends StoryQuestion {
  readonly story: string;
}

/** Finds stories in the index and among what this process has just written. */
export const createStories = (client: Client, names: IndexNames, log: Logger): Stories => {
  const recent: Known[] = [];
  const byBand = new Map<string, Set<Known>>();
  const remember = (known: Known): void => {
    recent.push(known);
    for (const band of known.signature) {
      const bearers = byBand.get(band) ?? new Set();
      byBand.set(band, bearers.add(known));
    }
    const oldest = recent.length > remembered ? recent.shift() : undefined;
    for (const band of oldest?.signature ?? []) {
      const bearers = byBand.get(band);
      if (oldest) bearers?.delete(oldest);
      if (bearers?.size === 0) byBand.delete(band);
    }
  };
  return {
    find: async (questions) => {
      const stored = await searchStored(client, names, questions).catch((error: unknown) => {
        log.warn({ err: error }, 'stories could not be looked up; articles stand for themselves');
        return new Map<string, string>();
      });
      return questions.map((question) => {
        if (question.signature.length === 0) return question.id;
        const story = stored.get(question.id) ?? findRecent(question, byBand) ?? question.id;
        remember({ ...question, story });
        return story;
      });
    },
  };
};

const findRecent = (
  question: StoryQuestion,
  byBand: ReadonlyMap<string, ReadonlySet<Known>>,
): string | null => {
  const shared = new Map<Known, number>();
  for (const band of question.signature) {
    for (const known of byBand.get(band) ?? []) shared.set(known, (shared.get(known) ?? 0) + 1);
  }
  for (const [known, count] of shared) {
    if (count >= equalBands && known.id !== question.id && areNear(known.date, question.date))
      return known.story;
  }
  return null;
};

const areNear = (a: string | null, b: string | null): boolean =>
  a === null || b === null || Math.abs(Date.parse(a) - Date.parse(b)) <= daysApart * 86_400_000;

const searchStored = async (
  client: Client,
  names: IndexNames,
  questions: readonly StoryQuestion[],
): Promise<Map<string, string>> => {
  const asked = questions.filter(({ signature }) => signature.length > 0);
  const found = new Map<string, string>();
  if (asked.length === 0) return found;
  const { responses } = await client.msearch<{ story: string }>({
    searches: asked.flatMap((question) => [
      { index: names.readingOf(question.language) },
      {
        size: 1,
        stats: [ownSearches.stories],
        _source: ['story'],
        track_total_hits: false,
        sort: [{ received: { order: 'asc' as const } }, { id: { order: 'asc' as const } }],
        query: buildQuery(question),
      },
    ]),
  });
  responses.forEach((response, n) => {
    const story = 'hits' in response ? response.hits.hits[0]?._source?.story : undefined;
    const id = asked[n]?.id;
    if (id !== undefined && story !== undefined) found.set(id, story);
  });
  return found;
};

const buildQuery = ({ id, date, signature }: StoryQuestion) => ({
  bool: {
    should: signature.map((band) => ({ term: { signature: band } })),
    minimum_should_match: equalBands,
    must_not: [{ ids: { values: [id] } }],
    filter: date === null ? [] : [{ bool: { should: [nearby(date), undated] } }],
  },
});

const undated = { bool: { must_not: [{ exists: { field: 'date' } }] } };
const nearby = (date: string) => ({
  range: { date: { gte: `${date}||-${daysApart}d`, lte: `${date}||+${daysApart}d` } },
});
