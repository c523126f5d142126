import { cueClasses, cueOf } from '../tagger/cues.ts';
import { hashFolded } from '../tagger/hashing.ts';
import { type CorrectionRule, eachName } from './rule.ts';

const opening = /^[\p{L}\p{M}-]{1,24}\.?[ \u00a0]+/u;

/** Titles that are as often part of a given name, a saint or an initial: the rest would be an incomplete name. */
const givenNames: ReadonlySet<number> = new Set(
  ['don', 'st', 'm'].map((word) => hashFolded(word, 0, word.length)),
);
const mostHonorifics = 3;

/** Taggers learn honorifics from sets that count them as part of a name. */
export const honorific: CorrectionRule = {
  id: 'honorific',
  languages: 'all',
  examples: [
    ['en', '[Mr. Miller] spoke', 'Mr. [Miller] spoke'],
    ['en', '[Dr Prof. Anna Weber]', 'Dr Prof. [Anna Weber]'],
    ['en', '[Don Miller] and [Mr.]', '[Don Miller] and [Mr.]'],
    ['fr', '[M. Bernard] parle', 'M. [Bernard] parle'],
    ['en', '[M. Bernard] speaks', '[M. Bernard] speaks'],
  ],
  apply: eachName(({ text, language }, { start, end }) => {
    let from = start;
    for (let step = 0; step < mostHonorifics; step += 1) {
      const word = opening.exec(text.slice(from, Math.min(end, from + 32)))?.[0];
      if (!word || from + word.length >= end || !isHonorific(word.trimEnd(), language)) break;
      from += word.length;
    }
    return { start: from, end };
  }),
};

/** French abbreviations of Monsieur and Maître; elsewhere an initial and a pronoun. */
const frenchTitles: ReadonlySet<string> = new Set(['M.', 'Me', 'MM.', 'Mme', 'Mlle']);

const isHonorific = (printed: string, language: string): boolean => {
  if (language === 'fr' && frenchTitles.has(printed)) return true;
  const word = printed.replace(/\.$/u, '');
  const hash = hashFolded(word, 0, word.length);
  return cueOf(hash) === cueClasses.honorific && !givenNames.has(hash);
};
