import { type Gender, guessGender } from './genders.ts';
import { impliedTitle } from './hanja.ts';
import type { PrintedName } from './printed-name.ts';
import type { ResolvedPerson } from './resolved-person.ts';
import { fitOf, fullForms } from './short-forms.ts';

/** The text beside a short name. */
export interface Address {
  readonly title: string | null;
  readonly gender: Gender | null;
}

/** How much each clue counts beside the fit of the name itself, whose steps are one apart. */
const weights = { title: 0.5, gender: 0.3, guess: 0.2 } as const;
/** A better clue outweighs any distance in the text; the distance decides among equals. */
const farthest = 1e6;

/**
 * Which of the persons named so far a surname, a given name or initials mean: the one that fits best, then the one with
 * the title or the gender of the honorific, then the one mentioned last before; null if none fits.
 *
 * @param placeOf  position of a person's last mention, negative for a person who is only named later
 */
export const chooseOwner = (
  name: PrintedName,
  address: Address,
  candidates: Iterable<ResolvedPerson>,
  placeOf: (person: ResolvedPerson) => number,
): ResolvedPerson | null => {
  let best: ResolvedPerson | null = null;
  let bestScore = 0;
  for (const person of candidates) {
    const fit = Math.max(0, ...fullForms(person.forms).map((form) => fitOf(name, form)));
    if (fit === 0 || contradicts(person, address)) continue;
    const score = (fit + weigh(person, name, address)) * farthest + placeOf(person);
    if (best === null || score > bestScore) {
      best = person;
      bestScore = score;
    }
  }
  return best;
};

const contradicts = ({ gender }: ResolvedPerson, address: Address): boolean =>
  gender !== null && address.gender !== null && gender !== address.gender;

const weigh = (person: ResolvedPerson, name: PrintedName, { title, gender }: Address): number => {
  const titled = person.titles.has(title ?? impliedTitle(name.text) ?? '') ? weights.title : 0;
  if (gender === null) return titled;
  if (person.gender !== null) return titled + weights.gender;
  return titled + (guessGender(person.forms) === gender ? weights.guess : 0);
};
