import { loadPeople, type PeopleAuthority, type PersonMatch } from '../../authorities/people/index.ts';
import { nameTokens, normalizeName } from '../../authorities/people/matching/normalize-name.ts';
import type { LinkedPerson, NamedPerson } from '../../domain/article.ts';
import { type Evidence, weighRecord } from './person-evidence.ts';

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
  link: (named, context) => {
    const given = givenIds(people, context.given ?? []);
    return named.map((person) => linkPerson(people, person, context, given));
  },
});

/** A candidate with what speaks for it. */
interface Candidate {
  readonly match: PersonMatch;
  readonly evidence: Evidence;
}

const linkPerson = (
  people: PeopleAuthority,
  person: NamedPerson,
  context: LinkingContext,
  given: ReadonlySet<string>,
): LinkedPerson => {
  const year = context.date === null ? null : Number(context.date.slice(0, 4)) || null;
  const printed = { roles: person.roles.join(' ').toLowerCase(), language: context.language, year };
  const candidates = people.findByName(person.name).flatMap((match): Candidate[] => {
    const record = people.get(match.id);
    return record ? [{ match, evidence: weighRecord(record, printed) }] : [];
  });
  const id = candidates.find(({ match }) => given.has(match.id))?.match.id ?? choose(person.name, candidates);
  if (id !== null) return { ...person, id, linked: true };
  const own = `name:${normalizeName(person.name)}`;
  // An operator may have said whose name this is.
  const merged = people.get(own)?.id;
  return { ...person, id: merged ?? own, linked: merged !== undefined };
};

/** The one candidate that name and context leave, or nobody. */
const choose = (name: string, candidates: readonly Candidate[]): string | null => {
  const possible = candidates.filter(({ evidence }) => evidence.years !== 'against');
  const full = possible.filter(({ match }) => match.how === 'exact' || match.how === 'order');
  const fromFull = single(full);
  if (fromFull && fits(name, fromFull)) return fromFull.match.id;
  if (full.length > 0) return null;
  const partial = possible.filter(({ match }) => match.how === 'partial');
  if (partial.length > 0) return single(partial)?.match.id ?? null;
  // A surname alone needs two witnesses: office and country, or office and years.
  const surnames = possible.filter(
    ({ evidence: { office, country, years } }) =>
      (office === 'for' && (country || years === 'for')) || (country && years === 'for'),
  );
  return single(surnames)?.match.id ?? null;
};

/** A single word is many people's name; it holds only with somebody's office or country beside it, or in office. */
const fits = (name: string, { evidence: { office, country, years } }: Candidate): boolean => {
  const tokens = nameTokens(name);
  const short = tokens.length === 1 && !/\p{Script=Han}|\p{Script=Hangul}/u.test(name);
  return !short || office === 'for' || country || years === 'for';
};

/** The only one, or the only one whom the context supports better than all others. */
const single = (candidates: readonly Candidate[]): Candidate | null => {
  const [best, next] = [...candidates].sort((one, other) => support(other) - support(one));
  if (!best) return null;
  return !next || support(best) > support(next) ? best : null;
};

const support = ({ evidence: { office, country, years } }: Candidate): number =>
  (office === 'for' ? 2 : 0) + (country ? 2 : 0) + (years === 'for' ? 1 : 0);

/** Persons whom the sender names: an id, or a name that only one person has. */
const givenIds = (people: PeopleAuthority, given: readonly string[]): ReadonlySet<string> =>
  new Set(
    given.flatMap((value) => {
      if (people.get(value)) return [value];
      const found = people.findByName(value).filter(({ how }) => how === 'exact' || how === 'order');
      return found.length === 1 && found[0] ? [found[0].id] : [];
    }),
  );
