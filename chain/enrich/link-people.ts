import type { PeopleAuthority, PersonMatch } from '../../authorities/people/index.ts';
import { nameTokens, normalizeName } from '../../authorities/people/matching/normalize-name.ts';
import { ofOneWord } from '../../authorities/people/record.ts';
import type { LinkedPerson, NamedPerson } from '../../domain/article.ts';
import { type Candidate, choosePerson } from './choose-person.ts';
import { believePeople, onlyBearer } from './given-people.ts';
import { isBeside, type Printed, tellsSomething, weighRecord } from './person-evidence.ts';
import { cutTitle, readAround } from './surroundings.ts';

export interface LinkingContext {
  readonly language: string;
  readonly date: string | null;
  readonly title: string;
  /** The text to which the mentions' offsets refer. */
  readonly body: string;
  /** Countries of the article's place and sources. */
  readonly countries: readonly string[];
  /** Names or ids from the sender: these persons are always among the linked ones. `null`: no persons. */
  readonly given?: readonly string[] | null;
}

export interface PersonLinker {
  /**
   * Gives every person of one article an authority id, or a `name:` id of the printed form if no record is
   * certain: a wrong person is worse than none. Keeps the order, and leaves out names without a letter or over 200
   * characters. Persons whom only the sender names come last.
   */
  link(people: readonly NamedPerson[], context: LinkingContext): readonly LinkedPerson[];
}

/** Loads the authority, once per thread. */
export const loadPersonLinker = (people: PeopleAuthority): PersonLinker => ({
  link: (found, context) => {
    const named = found.filter(({ name }) => normalizeName(name) !== '');
    const given = givenIds(people, context.given ?? []);
    const read = named.map((person) => readPerson(people, cutTitle(person), context));
    // Persons certain by name show which countries the article is about; then all persons are judged again.
    const nobody = { countries: new Set(context.countries), named: new Set<string>() };
    const sure = read.map((each) => choose(people, each, nobody, given, []));
    const about: Article = {
      countries: new Set([...context.countries, ...countriesOf(people, sure)]),
      named: new Set(sure.flatMap((match, at) => (match && isFull(named[at]?.name ?? '') ? [match.id] : []))),
    };
    const chosen = read.map((each) => choose(people, each, about, given, hear(people, each, about)));
    const linked = named.map((person, at) => markPerson(people, person, chosen[at]?.id ?? null));
    return believePeople(linked, context.given, { people, language: context.language });
  },
});

/** Evidence of the whole article, for all its persons. */
type Article = Pick<Printed, 'countries' | 'named'>;

interface ReadPerson {
  readonly name: string;
  readonly printed: Omit<Printed, keyof Article>;
  /** By letters. */
  readonly matches: readonly PersonMatch[];
}

const readPerson = (people: PeopleAuthority, person: NamedPerson, context: LinkingContext): ReadPerson => ({
  name: person.name,
  printed: readPrinted(person, context),
  matches: people.findByLetters(person.name),
});

const choose = (
  people: PeopleAuthority,
  { name, printed, matches }: ReadPerson,
  article: Article,
  given: ReadonlySet<string>,
  heard: readonly PersonMatch[],
): PersonMatch | null => {
  const weighed = [...matches, ...heard].flatMap((match): Candidate[] => {
    const record = people.get(match.id);
    return record ? [{ match, evidence: weighRecord(record, { ...printed, ...article }) }] : [];
  });
  const said = weighed.find(({ match }) => given.has(match.id));
  return (said ?? choosePerson(name, weighed))?.match ?? null;
};

/** If spelling finds at most a surname, persons are also matched by sound, but only those whose office or country fits. */
const hear = (
  people: PeopleAuthority,
  { name, printed, matches }: ReadPerson,
  article: Article,
): readonly PersonMatch[] =>
  matches.some(({ how }) => !ofOneWord.has(how)) || !tellsSomething(printed)
    ? []
    : people.findBySound(name, (record) => isBeside(weighRecord(record, { ...printed, ...article })));

const readPrinted = (person: NamedPerson, context: LinkingContext): ReadPerson['printed'] => ({
  roles: person.roles.join(' ').toLowerCase(),
  around: readAround(person, context),
  language: context.language,
  year: context.date === null ? null : Number(context.date.slice(0, 4)) || null,
});

/** More than a surname, or a short name by which the person is known. */
const isFull = (name: string): boolean => nameTokens(name).length > 1 || /^\p{Script=Han}{2,3}$/u.test(name);

const countriesOf = (people: PeopleAuthority, matches: readonly (PersonMatch | null)[]): string[] =>
  matches.flatMap((match) => (match ? people.get(match.id)?.country : null) ?? []);

const markPerson = (people: PeopleAuthority, person: NamedPerson, id: string | null): LinkedPerson => {
  if (id !== null) return { ...person, id, linked: true };
  const own = `name:${normalizeName(person.name)}`;
  // An operator may have assigned this name to a person.
  const merged = people.get(own)?.id;
  return { ...person, id: merged ?? own, linked: merged !== undefined };
};

/** Persons whom the sender names: an id, or a name that only one person has. */
const givenIds = (people: PeopleAuthority, given: readonly string[]): ReadonlySet<string> =>
  new Set(given.flatMap((value) => people.get(value)?.id ?? onlyBearer(value, people) ?? []));
