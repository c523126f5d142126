import type { PeopleAuthority } from '../../../../authorities/people/index.ts';
import { profileFor } from '../../../../languages/index.ts';
import { knownAsGiven, type NameTable } from '../tagger/name-table.ts';

/**
 * Whether two words may be the two surnames of someone whom the article names in full, in a language whose people
 * bear two: `Rivera Hurtado` of `Ana Rivera`. `Martín Vizcarra` is not of `Hugo Martín`, since Martín is a given name
 * too, nor is anybody who is recorded by these two words.
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
