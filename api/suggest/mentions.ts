import type { ApiServices } from '../services.ts';
import { indexPrefixes, type NamePrefixes } from './name-prefixes.ts';
import { createNamedForms } from './named-people.ts';

/** How often each person is named, for the order of suggestions. */
export interface MentionCounts {
  readonly people: ReadonlyMap<string, number>;
  readonly agencies: ReadonlyMap<string, number>;
  /** The persons named: those without a record by name, recorded ones by the pinyin of their names. */
  readonly named: NamePrefixes;
}

const nobody: ReadonlyMap<string, number> = new Map();

/** Names are prepared for look-ups once per count. */
export const createMentionCounts = ({ authorities }: ApiServices): (() => Promise<MentionCounts>) => {
  const formsOf = createNamedForms(authorities.people);
  let kept: { readonly people: MentionCounts['people']; readonly made: Promise<MentionCounts> } | null = null;
  return async () => {
    await authorities.archive?.upToDate();
    const people = authorities.archive?.counts('person') ?? nobody;
    const agencies = authorities.archive?.counts('agency') ?? nobody;
    if (kept?.people !== people)
      kept = {
        people,
        made: indexPrefixes(formsOf(people.keys())).then((named) => ({ people, agencies, named })),
      };
    return kept.made;
  };
};
