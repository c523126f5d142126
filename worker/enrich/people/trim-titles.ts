import { cueClasses, cueOf } from './cues.ts';
import { hashFolded } from './hashing.ts';
import type { NameSpan } from './name-span.ts';
import { attachedTitles } from './roles.ts';

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

/** Former, present: what may stand between a Japanese name and its title; Chinese given names end so. */
const standing = /[元前現]$/u;
const shortestName = 2;

/** Takes titles off the end of names written without spaces (`神崎代表`, `田中元社長`). */
export const trimAttachedTitles = (text: string, spans: readonly NameSpan[], language: string): NameSpan[] =>
  spans.map(({ start, end }) => {
    const name = text.slice(start, end);
    const inside = attachedTitles.find((title) => name.endsWith(title)) ?? '';
    const titled = inside !== '' || attachedTitles.some((title) => text.startsWith(title, end));
    const bare = name.slice(0, name.length - inside.length);
    const rest = titled && language === 'ja' ? bare.replace(standing, '') : bare;
    return rest.length < shortestName ? { start, end } : { start, end: start + rest.length };
  });
