import { profileFor } from '../../../../languages/index.ts';
import { titlesOf } from '../../../../languages/titles.ts';
import type { PrintedName } from './printed-name.ts';

export type Gender = 'woman' | 'man';

/** With a full stop inside, as in `Sig.ra`; if it is not part of an honorific, it ended a sentence. */
const lastWord = /((?:[\p{L}\p{M}]{1,20}\.)?[\p{L}\p{M}]{1,20})\.?[ \u00a0]$/u;
const widest = 44;

/** The gender that an honorific or office directly before a name implies: `Mrs`, `Herr`, `ministra`; null if none. */
export const findGender = (text: string, start: number, language: string): Gender | null => {
  const { titles } = profileFor(language);
  const [women, men] = [titlesOf(titles, 'woman'), titlesOf(titles, 'man')];
  if (women.length === 0 && men.length === 0) return null;
  const printed = lastWord.exec(text.slice(Math.max(0, start - widest), start))?.[1]?.toLowerCase();
  if (printed === undefined) return null;
  for (const word of new Set([printed, printed.slice(printed.indexOf('.') + 1)])) {
    if (women.includes(word)) return 'woman';
    if (men.includes(word)) return 'man';
  }
  return null;
};

/** A guess, for choosing among several: most given names that end in `a`, in Latin letters or Cyrillic, are women's. */
export const guessGender = (forms: readonly PrintedName[]): Gender | null => {
  const given = forms.find(({ parts }) => parts.length > 1)?.parts[0];
  if (given === undefined || given.length < 3) return null;
  return /[aа]$/u.test(given) ? 'woman' : 'man';
};
