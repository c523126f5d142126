import type { PeopleAuthority } from '../../../../authorities/people/index.ts';

/** Whether a printed name sounds like that of somebody recorded; false once a text has asked too often. */
export type Hear = (name: string) => boolean;

/** Almost the whole name must be heard: what differs is an ending. */
const leastScore = 0.95;
/** Sounding a new name takes up to some tens of milliseconds; an article names few people for the first time. */
const mostFresh = 12;
const mostRemembered = 5000;

/** @returns a function that begins a text; what was heard is remembered over texts until the records change */
export const loadNameEar = (people: PeopleAuthority): (() => Hear) => {
  const heard = new Map<string, boolean>();
  let version = people.version;
  const listen = (name: string): boolean => {
    const found = (people.findBySound(name)[0]?.score ?? 0) >= leastScore;
    if (heard.size >= mostRemembered) heard.clear();
    heard.set(name, found);
    return found;
  };
  return () => {
    let fresh = 0;
    if (version !== people.version) heard.clear();
    version = people.version;
    return (name) => {
      const known = heard.get(name);
      if (known !== undefined) return known;
      fresh += 1;
      return fresh <= mostFresh && listen(name);
    };
  };
};

/** By what a stretch of words is known for a name. */
export interface NameProofs {
  readonly isGivenName: (word: string) => boolean;
  readonly hear: Hear;
}
