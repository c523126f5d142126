import type { ApiServices } from '../services.ts';
import { indexPrefixes, type NamePrefixes } from './name-prefixes.ts';
import { createNamedForms } from './named-people.ts';

/** How often who is named, for the order of suggestions. */
export interface MentionCounts {
  readonly people: ReadonlyMap<string, number>;
  readonly agencies: ReadonlyMap<string, number>;
  /** The people named: those without a record by their names, those with one by the pinyin of theirs. */
  readonly named: NamePrefixes;
}

const nobody: ReadonlyMap<string, number> = new Map();

/** Names are made ready for look-ups once for each count. */
export const createMentionCounts = ({ authorities }: ApiServices): (() => Promise<MentionCounts>) => {
  const formsOf = createNamedForms(authorities.people);
  let kept: MentionCounts | null = null;
  return async () => {
    await authorities.archive?.upToDate();
    const people = authorities.archive?.counts('person') ?? nobody;
    const agencies = authorities.archive?.counts('agency') ?? nobody;
    if (kept?.people !== people) kept = { people, agencies, named: indexPrefixes(formsOf(people.keys())) };
    return kept;
  };
};
