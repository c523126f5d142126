import { loadPeople, type PeopleAuthority } from '../../authorities/people/index.ts';
import { normalizeName } from '../../authorities/people/matching/normalize-name.ts';
import type { LinkedPerson, NamedPerson } from '../../domain/article.ts';
import { type Candidate, choosePerson } from './choose-person.ts';
import { type Printed, weighRecord } from './person-evidence.ts';
import { cutTitle, readAround } from './surroundings.ts';

export interface LinkingContext {
  readonly language: string;
  readonly date: string | null;
  readonly title: string;
  /** In which the mentions' offsets count. */
  readonly body: string;
  /** Countries of the article's place and sources. */
  readonly countries: readonly string[];
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
  link: (named, context) => {
    const given = givenIds(people, context.given ?? []);
    const read = named.map(cutTitle);
    const candidates = read.map((person) => people.findByName(person.name));
    const choose = (countries: ReadonlySet<string>) =>
      read.map((person, at) => {
        const printed = readPrinted(person, context, countries);
        const weighed = (candidates[at] ?? []).flatMap((match): Candidate[] => {
          const record = people.get(match.id);
          return record ? [{ match, evidence: weighRecord(record, printed) }] : [];
        });
        const said = weighed.find(({ match }) => given.has(match.id));
        return (said ?? choosePerson(person.name, weighed))?.match.id ?? null;
      });
    // Whoever is sure by name says which countries the article is about; then the others are looked at again.
    const sure = choose(new Set(context.countries));
    const chosen = choose(new Set([...context.countries, ...countriesOf(people, sure)]));
    return named.map((person, at) => markPerson(people, person, chosen[at] ?? null));
  },
});

const readPrinted = (
  person: NamedPerson,
  context: LinkingContext,
  countries: ReadonlySet<string>,
): Printed => ({
  roles: person.roles.join(' ').toLowerCase(),
  around: readAround(person, context),
  language: context.language,
  year: context.date === null ? null : Number(context.date.slice(0, 4)) || null,
  countries,
});

const countriesOf = (people: PeopleAuthority, ids: readonly (string | null)[]): string[] =>
  ids.flatMap((id) => (id === null ? null : people.get(id)?.country) ?? []);

const markPerson = (people: PeopleAuthority, person: NamedPerson, id: string | null): LinkedPerson => {
  if (id !== null) return { ...person, id, linked: true };
  const own = `name:${normalizeName(person.name)}`;
  // An operator may have said whose name this is.
  const merged = people.get(own)?.id;
  return { ...person, id: merged ?? own, linked: merged !== undefined };
};

/** Persons whom the sender names: an id, or a name that only one person has. */
const givenIds = (people: PeopleAuthority, given: readonly string[]): ReadonlySet<string> =>
  new Set(
    given.flatMap((value) => {
      if (people.get(value)) return [value];
      const found = people.findByName(value).filter(({ how }) => how === 'exact' || how === 'order');
      return found.length === 1 && found[0] ? [found[0].id] : [];
    }),
  );
