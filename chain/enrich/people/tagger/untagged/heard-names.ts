import type { PeopleAuthority } from '../../../../../authorities/people/index.ts';

/** Whether a printed name sounds like that of someone recorded; false once a text has asked for too many. */
export type Hear = (name: string) => boolean;

/** Almost the whole name must be heard: what differs is an ending. */
const leastScore = 0.95;
/** Sounding a name takes one to some ten milliseconds: a text of thousands of capital words may not ask for all. */
const mostAsked = 64;
const mostRemembered = 5000;

/**
 * @returns a function that begins a text. What was heard is remembered over texts until the records change, but only
 * to save time: the first names that a text asks for are heard and no others, remembered or not, so that what is read
 * of an article never depends on the articles before it.
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

/** By what a stretch of words is known for a name. */
export interface NameProofs {
  readonly isGivenName: (word: string) => boolean;
  readonly hear: Hear;
}
