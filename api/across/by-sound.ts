import {
  latinFromCyrillic,
  scriptsSpelled,
  spelledByEar,
} from '../../authorities/people/matching/spell-by-ear.ts';
import { profileFor } from '../../languages/index.ts';
import type { Rendering } from './rendering.ts';

/** How a name is printed in the other language, best first; empty where nobody can tell. */
export const bySound = (word: string, source: string, target: string): readonly Rendering[] => {
  if (!isName(word)) return [];
  const spellings = spellingsIn(word, source, target).slice(0, mostSpellings);
  const best = spellings[0]?.chance ?? 0;
  return spellings
    .filter(({ chance }) => chance >= leastOfBest * best)
    .map(({ text, chance }) => ({ text, weight: chance / best, zipf: rareName, gloss: 'by sound' }));
};

/** A name that no dictionary has is rare; base-10 logarithm of its share of a billion words. */
const rareName = 1.3;
/** Of names of places few are found beyond the fourth (docs/figures/across.md). */
const mostSpellings = 4;
const leastOfBest = 0.1;

/** One capital: acronyms stay as they are. Short words are seldom names, and sound like many. */
const isName = (word: string): boolean => /^\p{Lu}[\p{Ll}\p{M}]{3,}$/u.test(word);

const spellingsIn = (word: string, source: string, target: string) => {
  if (isWrittenIn(source, 'Latn') && scriptsSpelled.includes(target)) return spelledByEar(word, target);
  if (source === 'ru' && isWrittenIn(target, 'Latn')) return latinFromCyrillic(word);
  return [];
};

const isWrittenIn = (language: string, script: string): boolean =>
  profileFor(language).scripts.includes(script);
