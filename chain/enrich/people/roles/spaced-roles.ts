import { namesAnyCountry } from '../../../../authorities/people/names-country.ts';
import { profileFor } from '../../../../languages/index.ts';
import { cueClasses, cueOf } from '../tagger/cues.ts';
import { hashFolded } from '../tagger/hashing.ts';

const farthest = 90;
const mostWords = 8;
const longestAbbreviation = 3;

/**
 * The role or honorific printed before a name in a script with spaces, with its portfolio and country (`министр
 * иностранных дел России`); null if there is none.
 */
export const findRoleBefore = (text: string, start: number, end: number, language: string): string | null => {
  const before = text.slice(Math.max(0, start - farthest), start);
  const window = isApposed(before, text.slice(end, end + 1)) ? before.replace(apposition, ' ') : before;
  let first = window.length;
  let next = window.length;
  const state = { inRole: false, inPortfolio: false, isCapital: false };
  for (let count = 0; count < mostWords; count += 1) {
    const [from, to] = findWordBefore(window, next);
    if (from === to) break;
    const word = window.slice(from, to);
    const part = readPart(word, state, language);
    if (part === 'none') break;
    if (part === 'role' || part === 'modifier') first = from;
    state.inRole ||= part === 'role';
    state.inPortfolio ||= part === 'portfolio';
    state.isCapital = capital.test(word);
    next = from;
  }
  return state.inRole ? window.slice(first).trim() : null;
};

const blank = /[ \u00a0]/u;
const wordLetter = /[\p{L}\p{M}-]/u;
const longestWord = 40;

const apostrophe = /['’]$/u;

/**
 * The word before `end`, with its full stop or the apostrophe that joins it to the next (`l'`), if only spaces
 * are between; empty if there is none.
 */
const findWordBefore = (text: string, end: number): readonly [from: number, to: number] => {
  let to = end;
  while (to > 0 && blank.test(text.charAt(to - 1))) to -= 1;
  const mark = text.charAt(to - 1);
  let from = mark === '.' || (to === end && apostrophe.test(mark)) ? to - 1 : to;
  const least = Math.max(0, from - longestWord);
  const letters = from;
  while (from > least && wordLetter.test(text.charAt(from - 1))) from -= 1;
  return from === letters ? [end, end] : [from, to];
};

const apposition = /, $/u;

/** `el presidente del Gobierno, Pedro Sánchez,`: commas on both sides. */
const isApposed = (before: string, behind: string): boolean => behind === ',' && apposition.test(before);

type Part = 'role' | 'modifier' | 'portfolio' | 'link' | 'none';

/** The part of a role read so far, and whether its last word has a capital. */
interface Behind {
  readonly inRole: boolean;
  readonly inPortfolio: boolean;
  readonly isCapital: boolean;
}

/** The function of a word in a role, read backwards from the name: the portfolio is between office and name. */
const readPart = (printed: string, behind: Behind, language: string): Part => {
  const { inRole, inPortfolio } = behind;
  const { portfolios, links } = profileFor(language).names ?? {};
  if (apostrophe.test(printed)) {
    const elided = printed.toLowerCase().replace(apostrophe, '’');
    // Before an office (`de l'ex-président`) the words refer to someone else.
    return inPortfolio && !inRole && links?.includes(elided) ? 'link' : 'none';
  }
  const bare = printed.replace(/\.$/u, '');
  // A longer word with a point ended a sentence.
  if (bare.length > longestAbbreviation && bare !== printed) return 'none';
  const cue = cueOf(hashFolded(bare, 0, bare.length));
  if (cue === cueClasses.role || cue === cueClasses.honorific) return 'role';
  const lower = bare.toLowerCase();
  if (portfolios?.includes(lower)) return inRole ? 'modifier' : 'portfolio';
  if (cue === cueClasses.modifier) return 'modifier';
  if ((inRole || inPortfolio) && links?.includes(lower)) return 'link';
  if (cue === cueClasses.particle) return 'link';
  if (!inRole && portfolios && namesAnyCountry(lower, language)) return 'portfolio';
  const isCapital = capital.test(bare) && cue !== cueClasses.calendar && cue !== cueClasses.function;
  // A capital before a small letter opens the sentence (`Вчера министр`).
  return isCapital && (inRole ? behind.isCapital : cue === cueClasses.organisation) ? 'modifier' : 'none';
};

const capital = /^\p{Lu}/u;
