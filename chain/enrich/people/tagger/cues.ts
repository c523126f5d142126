import { languages } from '../../../../languages/index.ts';
import { titlesOf } from '../../../../languages/titles.ts';
import { hashFolded } from './hashing.ts';

/** Classes of words beside names, the same in every language, so that one model serves them all. */
export const cueClasses = {
  none: 0,
  honorific: 1,
  role: 2,
  speech: 3,
  organisation: 4,
  place: 5,
  family: 6,
  particle: 7,
  calendar: 8,
  function: 9,
  modifier: 10,
} as const;

const listsOf = (name: Exclude<keyof typeof cueClasses, 'none'>): readonly string[] =>
  languages.flatMap(({ cues, titles }) =>
    name === 'honorific' || name === 'role' ? titlesOf(titles, name) : (cues?.[name] ?? []),
  );

const names = [
  'honorific',
  'role',
  'speech',
  'organisation',
  'place',
  'family',
  'particle',
  'calendar',
  'function',
  'modifier',
] as const;

/** A word of two classes counts for the first. */
const classByHash: ReadonlyMap<number, number> = new Map(
  [...names]
    .reverse()
    .flatMap((name) =>
      listsOf(name).map((word) => [hashFolded(word, 0, word.length), cueClasses[name]] as const),
    ),
);

/** Every class with its words, in an order that does not depend on where they are listed. */
export const cueVocabulary = (): readonly string[] =>
  names.map((name) => [name, ...[...new Set(listsOf(name))].sort()].join(' '));

/** The class of a word by `hashFolded`; 0 if it is no cue. */
export const cueOf = (hash: number): number => classByHash.get(hash) ?? 0;
