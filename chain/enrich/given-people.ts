import type { PeopleAuthority } from '../../authorities/people/index.ts';
import { normalizeName } from '../../authorities/people/matching/normalize-name.ts';
import type { LinkedPerson } from '../../domain/article.ts';

/**
 * The persons of an article after what its sender says: `null` means no persons; persons whom the sender names are
 * included even if the text does not have the name; an absent field leaves the persons that were found.
 *
 * @param named  as found in the text
 * @param given  ids or names
 */
export const believePeople = (
  named: readonly LinkedPerson[],
  given: readonly string[] | null | undefined,
  { people, language }: { readonly people: PeopleAuthority; readonly language: string },
): readonly LinkedPerson[] => {
  if (given === null) return [];
  const known = new Set(named.flatMap(({ id, name }) => [id, nameId(name)]));
  const added: LinkedPerson[] = [];
  for (const value of given ?? []) {
    const id = idOf(value, people);
    if (id === null || known.has(id) || known.has(nameId(value))) continue;
    known.add(id);
    const isRecorded = people.get(id) !== null;
    const name = (isRecorded ? people.label(id, language) : null) ?? withoutPrefix(value);
    added.push({ id, name, linked: isRecorded, mentions: [], roles: [] });
  }
  return added.length === 0 ? named : [...named, ...added];
};

/** An id, the only person who has the name, or an id of the name itself; null without a letter. */
const idOf = (value: string, people: PeopleAuthority): string | null => {
  const own = nameId(value);
  if (own === prefix) return null;
  return (people.get(value) ?? people.get(own))?.id ?? onlyBearer(value, people) ?? own;
};

/** The id of a name that only one person has. */
export const onlyBearer = (name: string, people: PeopleAuthority): string | null => {
  const bearers = people.findByName(name).filter(({ how }) => how === 'exact' || how === 'order');
  return bearers.length === 1 ? (bearers[0]?.id ?? null) : null;
};

const prefix = 'name:';
const nameId = (name: string): string => `${prefix}${normalizeName(withoutPrefix(name))}`;
const withoutPrefix = (name: string): string => (name.startsWith(prefix) ? name.slice(prefix.length) : name);
