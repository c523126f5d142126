import type { NameSpan } from '../name-span.ts';
import { attachedTitles, standingTitles } from '../roles/standing-titles.ts';
import { cueClasses, cueOf } from '../tagger/cues.ts';
import { hashFolded } from '../tagger/hashing.ts';

const opening = /^[\p{L}\p{M}-]{1,24}\.?[ \u00a0]+/u;

/** Titles that are a given name, a saint or an initial as often: what follows would be a stump. */
const givenNames: ReadonlySet<number> = new Set(
  ['don', 'st', 'm'].map((word) => hashFolded(word, 0, word.length)),
);

/**
 * Takes honorifics off the front of names (`Mr. Miller`): taggers learn them from sets that count them as part of a
 * name. A name that is a title alone stays as it is.
 */
export const trimTitles = (text: string, spans: readonly NameSpan[], language = ''): NameSpan[] =>
  spans.flatMap(({ start, end }) => {
    let from = start;
    for (let step = 0; step < 3; step += 1) {
      const word = opening.exec(text.slice(from, Math.min(end, from + 32)))?.[0];
      if (!word || from + word.length >= end || !isTitle(word.trimEnd(), language)) break;
      from += word.length;
    }
    return isTitleAlone(text.slice(from, end)) ? [] : [{ start: from, end }];
  });

/** French shortens Monsieur and Maître so; elsewhere the words are an initial and a pronoun. */
const frenchTitles: ReadonlySet<string> = new Set(['M.', 'Me', 'MM.', 'Mme', 'Mlle']);

const isTitle = (printed: string, language: string): boolean => {
  if (language === 'fr' && frenchTitles.has(printed)) return true;
  const word = printed.replace(/\.$/u, '');
  const hash = hashFolded(word, 0, word.length);
  return cueOf(hash) === cueClasses.honorific && !givenNames.has(hash);
};

const arabic = /^[\u0600-\u06ff]+$/u;

/** Arabic has no capitals to tell a title that stands for its bearer (`وقال الدكتور`) from a name. */
const isTitleAlone = (name: string): boolean => {
  if (!arabic.test(name)) return false;
  const cue = cueOf(hashFolded(name, 0, name.length));
  return cue === cueClasses.honorific || cue === cueClasses.role;
};

/** Former, present: what may stand between a Japanese name and its title; Chinese given names end so. */
const standing = /[元前現]$/u;
const shortestName = 2;

/** Takes titles off the end of names written without spaces (`神崎代表`, `田中元社長`). */
export const trimAttachedTitles = (text: string, spans: readonly NameSpan[], language: string): NameSpan[] =>
  spans.flatMap(({ start, end }) => {
    const name = text.slice(start, end);
    if (standingTitles.includes(name)) return [];
    const inside = attachedTitles.find((title) => name.endsWith(title)) ?? '';
    const titled = inside !== '' || attachedTitles.some((title) => text.startsWith(title, end));
    const bare = name.slice(0, name.length - inside.length).trimEnd();
    const rest = titled && language === 'ja' ? bare.replace(standing, '') : bare;
    return rest.length < shortestName ? { start, end } : { start, end: start + rest.length };
  });
