import { foldQuery } from '../../authorities/words/fold.ts';
import { type Curations, mostCurations, noCurations } from '../../platform/curations.ts';
import { expandSynonyms, groupOf, mostExpansions, type SynonymGroup, type Synonyms } from './synonyms.ts';

/** Best bets and synonyms of this installation, as a process has them now. */
export interface Curated {
  /** Ids of the articles to show first for a query, the first one on top; empty for most. */
  readonly bestBetsFor: (query: string) => readonly string[];
  readonly synonyms: () => readonly SynonymGroup[];
  readonly set: (curations: Curations) => void;
}

/** Characters, with spaces and signs that folding takes away. */
const longestTyped = 2 * mostCurations.query;

export const createCurated = (): Curated => {
  let bets = new Map<string, readonly string[]>();
  let groups: readonly SynonymGroup[] = [];
  const set = ({ bestBets, synonyms }: Curations): void => {
    bets = new Map(bestBets.map(({ query, articles }) => [foldQuery(query), articles]));
    groups = synonyms.map(groupOf);
  };
  set(noCurations);
  return {
    // Most installations have no best bets, and none is as long as a query may be.
    bestBetsFor: (query) =>
      bets.size === 0 || query.length > longestTyped ? [] : (bets.get(foldQuery(query)) ?? []),
    synonyms: () => groups,
    set,
  };
};

/** The installation's groups come first, because a query has few expansions. */
export const withOwnSynonyms = (shipped: Synonyms, curated: Pick<Curated, 'synonyms'>): Synonyms => ({
  expand: (query) => {
    const groups = curated.synonyms();
    const own = groups.length === 0 ? [] : expandSynonyms(query, groups);
    return [...own, ...shipped.expand(query)].slice(0, mostExpansions);
  },
});
