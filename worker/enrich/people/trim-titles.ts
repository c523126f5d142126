import { cueClasses, cueOf } from './cues.ts';
import { hashFolded } from './hashing.ts';
import type { NameSpan } from './name-span.ts';

const opening = /^[\p{L}\p{M}-]{1,24}\.?[ \u00a0]+/u;

/** Titles that are a given name, a saint or an initial as often: what follows would be a stump. */
const givenNames: ReadonlySet<number> = new Set(
  ['don', 'st', 'm'].map((word) => hashFolded(word, 0, word.length)),
);

/**
 * Takes honorifics off the front of names (`Mr. Miller`): taggers learn them from sets that count them as part of a
 * name. A name that is a title alone stays as it is.
 */
export const trimTitles = (text: string, spans: readonly NameSpan[]): NameSpan[] =>
  spans.map(({ start, end }) => {
    let from = start;
    for (let step = 0; step < 3; step += 1) {
      const word = opening.exec(text.slice(from, Math.min(end, from + 32)))?.[0];
      if (!word || from + word.length >= end || !isTitle(word.trimEnd().replace(/\.$/u, ''))) break;
      from += word.length;
    }
    return { start: from, end };
  });

const isTitle = (word: string): boolean => {
  const hash = hashFolded(word, 0, word.length);
  const cue = cueOf(hash);
  return cue === cueClasses.honorific && !givenNames.has(hash);
};
