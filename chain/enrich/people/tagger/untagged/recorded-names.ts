import { NameIndex, type NameMatch } from '../../../../../authorities/name-index.ts';
import type { PeopleAuthority } from '../../../../../authorities/people/index.ts';
import { profileFor } from '../../../../../languages/index.ts';
import { lettersOf } from '../../../../../languages/scripts.ts';
import type { NameSpan } from '../../name-span.ts';
import { foldWord, skipLetters } from './words.ts';

/** Recorded names in scripts without a tagger. */
export interface RecordedNames {
  /** Full names in a text, the longest at each place, none overlapping. Linear in the text. */
  readonly find: (text: string) => NameSpan[];
  /** Whether a folded word opens a recorded full name. */
  readonly isGivenName: (word: string) => boolean;
}

const tagged = new RegExp(`^[^\\p{L}]*[${lettersOf('Latn', 'Cyrl', 'Arab', 'Hani', 'Kana', 'Hang')}]`, 'u');
/** Persian shares its letters with Arabic, but the tagger is for Arabic. */
const isTagged = (form: string, language: string): boolean =>
  tagged.test(form) && !profileFor(language).persons;

/** A name does not cross lines or clauses; the dot of an initial is its own. */
const parting = /[\n\r,;:!?()،।։]|\p{L}{3}\p{M}*\.|\.\s*\./u;
const longestForm = 200;

/** Of millions of records only the best known, which come first, are found here; every thread holds their names. */
const mostNames = 20_000;
const mostLookedAt = 400_000;

/** Reads the authority on first use, and again after changes: about a thousand names, below 4 MB. */
export const loadRecordedNames = (people: PeopleAuthority): RecordedNames => {
  let version = -1;
  let current = emptyNames();
  const fresh = (): NamesByScript => {
    if (version === people.version) return current;
    current = readNames(people);
    version = people.version;
    return current;
  };
  return {
    find: (text) =>
      fresh()
        .index.findAll(text)
        .filter(({ start, end }) => !parting.test(text.slice(start, end)))
        .map((match) => trimPrefix(text, match)),
    isGivenName: (word) => fresh().given.has(word),
  };
};

interface NamesByScript {
  readonly index: NameIndex;
  readonly given: Set<string>;
}

const emptyNames = (): NamesByScript => ({ index: new NameIndex(), given: new Set() });

const readNames = (people: PeopleAuthority): NamesByScript => {
  const names = emptyNames();
  let taken = 0;
  for (const { form, language } of people.names().take(mostLookedAt)) {
    if (taken >= mostNames) break;
    const [first = '', second] = form.trim().split(/\s+/u);
    if (second === undefined || form.length > longestForm || isTagged(form, language)) continue;
    // The id here is the number of letters attached before the name.
    names.index.add(form, '0');
    names.given.add(foldWord(first));
    taken += 1;
    for (const prefix of prefixesOf(language)) names.index.add(prefix + form, String(prefix.length));
  }
  return names;
};

/** One letter, or the first of them ("and") followed by another. */
const prefixesOf = (language: string): string[] => {
  const letters = [...(profileFor(language).persons?.prefixes ?? '')];
  return letters.flatMap((letter, at) => (at === 0 ? [letter] : [letter, `${letters[0]}${letter}`]));
};

const trimPrefix = (text: string, { ids, start, end }: NameMatch): NameSpan => ({
  start: skipLetters(text, start, Math.min(...ids.map(Number))),
  end,
});
