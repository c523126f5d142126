import type { PeopleAuthority } from '../../../../../authorities/people/index.ts';

/** Whether a printed name sounds like a recorded one; false after too many questions for one text. */
export type Hear = (name: string) => boolean;

/** Almost the whole name must match: only an ending may differ. */
const leastScore = 0.95;
/** Matching a name by sound takes one to some ten milliseconds: a text with thousands of capitalized words cannot match all. */
const mostAsked = 64;
const mostRemembered = 5000;

/**
 * @returns a function that begins a text. Results are cached across texts until the records change, but only
 * to save time: for each text the first names are matched and no others, cached or not, so that the result for an
 * article never depends on earlier articles.
 */
export const loadNameEar = (people: PeopleAuthority): (() => Hear) => {
  const heard = new Map<string, boolean>();
  let version = people.version;
  const listen = (name: string): boolean => {
    const known = heard.get(name);
    if (known !== undefined) return known;
    const found = (people.findBySound(name)[0]?.score ?? 0) >= leastScore;
    if (heard.size >= mostRemembered) heard.clear();
    heard.set(name, found);
    return found;
  };
  return () => {
    const asked = new Set<string>();
    if (version !== people.version) heard.clear();
    version = people.version;
    return (name) => {
      if (asked.size < mostAsked) asked.add(name);
      return asked.has(name) && listen(name);
    };
  };
};

/** The evidence that a run of words is a name. */
export interface NameProofs {
  readonly isGivenName: (word: string) => boolean;
  readonly hear: Hear;
}
