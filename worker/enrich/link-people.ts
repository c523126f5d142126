import { loadPeople, type PeopleAuthority } from '../../authorities/people/index.ts';
import { normalizeName } from '../../authorities/people/matching/normalize-name.ts';
import type { LinkedPerson, NamedPerson } from '../../domain/article.ts';

export interface LinkingContext {
  readonly language: string;
  readonly date: string | null;
  readonly places: readonly string[];
  /** Names or ids that the sender gave; `null` means that nobody is named. */
  readonly given?: readonly string[] | null;
}

export interface PersonLinker {
  /**
   * Gives every person of one article an authority id, or a `name:` id of the printed form where no record is
   * certain: a wrong person is worse than none. Keeps order and number.
   */
  link(people: readonly NamedPerson[], context: LinkingContext): LinkedPerson[];
}

/** Loads the authority, once a thread. */
export const loadPersonLinker = (people: PeopleAuthority = loadPeople()): PersonLinker => ({
  link: (named) => named.map((person) => linkPerson(people, person)),
});

const linkPerson = (people: PeopleAuthority, person: NamedPerson): LinkedPerson => {
  const [best, ...others] = people
    .findByName(person.name)
    .filter(({ how }) => how === 'exact' || how === 'order');
  return best && others.length === 0
    ? { ...person, id: best.id, linked: true }
    : { ...person, id: `name:${normalizeName(person.name)}`, linked: false };
};
