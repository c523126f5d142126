import type { Client } from '@elastic/elasticsearch';
import { areCopies, areNear, daysApart } from '../../chain/enrich/story/copies.ts';
import { readRuns } from '../../chain/enrich/story/runs.ts';
import { sharedBands } from '../../chain/enrich/story/signature.ts';
import { firstDayOf } from '../../domain/partial-dates.ts';
import type { IndexNames } from '../../mappings/names.ts';
import type { Logger } from '../../platform/log.ts';
import { ownSearches } from '../../platform/search-groups.ts';
import { createRecentTexts } from './recent-texts.ts';
import { bodyOf, type Candidate, type StoryQuestion } from './story-question.ts';

export interface Stories {
  /** The story of each article, in order: that of the likeliest known copy, else its own id. Never throws. */
  readonly find: (questions: readonly StoryQuestion[]) => Promise<readonly string[]>;
}

/** How many texts are compared at most; those with the most bands in common come first. */
const mostCompared = 4;
/** How many texts are read at most. */
const mostCandidates = 16;

/** Finds stories in the index and among what this process has just written. */
export const createStories = (client: Client, names: IndexNames, log: Logger): Stories => {
  const recent = createRecentTexts();
  return {
    find: async (questions) => {
      const stored = await searchStored(client, names, questions).catch((error: unknown) => {
        log.warn({ err: error }, 'stories could not be looked up; each article is its own story');
        return new Map<string, readonly Candidate[]>();
      });
      return questions.map((question) => {
        if (question.signature.length === 0) return question.id;
        const candidates = [
          ...(stored.get(question.id) ?? []),
          ...recent.find(question, (date) => areNear(date, question.date)).slice(0, mostCandidates),
        ];
        const story = findCopy(question, candidates) ?? question.id;
        recent.remember(question, story);
        return story;
      });
    },
  };
};

const findCopy = ({ json, signature }: StoryQuestion, candidates: readonly Candidate[]): string | null => {
  if (candidates.length === 0) return null;
  const own = readRuns(bodyOf(json));
  const likeliest = candidates
    .map((candidate) => ({ candidate, shared: sharedBands(signature, candidate.signature) }))
    .sort((one, other) => other.shared - one.shared)
    .slice(0, mostCompared)
    .map(({ candidate }) => candidate);
  const copy = likeliest.find(({ body }) => {
    const other = readRuns(body);
    return own !== null && other !== null && areCopies(own, other);
  });
  return copy?.story ?? null;
};

const searchStored = async (
  client: Client,
  names: IndexNames,
  questions: readonly StoryQuestion[],
): Promise<Map<string, readonly Candidate[]>> => {
  const asked = questions.filter(({ signature }) => signature.length > 0);
  const found = new Map<string, readonly Candidate[]>();
  if (asked.length === 0) return found;
  const { responses } = await client.msearch<Candidate>({
    searches: asked.flatMap((question) => [
      { index: names.readingOf(question.language) },
      {
        size: mostCandidates,
        stats: [ownSearches.stories],
        _source: ['story', 'body', 'signature'],
        track_total_hits: false,
        query: buildQuery(question),
      },
    ]),
  });
  responses.forEach((response, n) => {
    const id = asked[n]?.id;
    if (id === undefined || !('hits' in response)) return;
    found.set(
      id,
      response.hits.hits.flatMap(({ _source }) => _source ?? []),
    );
  });
  return found;
};

const buildQuery = ({ id, date, signature }: StoryQuestion) => ({
  bool: {
    must_not: [{ ids: { values: [id] } }],
    filter: [
      // One terms clause costs a quarter of as many counted clauses, so the counting is done here.
      { terms: { signature: [...signature] } },
      ...(date === null ? [] : [{ bool: { should: [nearby(firstDayOf(date)), undated] } }]),
    ],
  },
});

const undated = { bool: { must_not: [{ exists: { field: 'date' } }] } };
const nearby = (date: string) => ({
  range: { date: { gte: `${date}||-${daysApart}d`, lte: `${date}||+${daysApart}d` } },
});
