import type { PeopleAuthority } from '../../../../authorities/people/index.ts';
import { profileFor } from '../../../../languages/index.ts';
import { knownAsGiven, type NameTable } from '../tagger/name-table.ts';

/**
 * Whether two words may be the two surnames of a person whose full name is in the article, in a language whose people
 * have two: `Rivera Hurtado` of `Ana Rivera`. `Martín Vizcarra` is not of `Hugo Martín`, since Martín is a given name
 * too, nor if a person is recorded under these two words.
 */
export const areSurnames = (
  name: string,
  language: string,
  names: NameTable,
  people: PeopleAuthority,
): boolean => {
  if (profileFor(language).names?.doubleSurnames !== true) return false;
  const [first = ''] = name.split(' ');
  return knownAsGiven(names, first) === 0 && !isRecorded(people, name);
};

const isRecorded = (people: PeopleAuthority, name: string): boolean =>
  people.findByLetters(name).some(({ how }) => how === 'exact');
