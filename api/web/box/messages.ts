import { codesOfTag } from '../../messages/tag.ts';
import { type BoxWords, boxLanguages } from './languages.ts';

const english = 'en';

/** The interface language for a BCP 47 tag; English if it is not supported. */
export const speak = (tag: string): string =>
  codesOfTag(tag).find((code) => boxLanguages.has(code)) ?? english;

/** @param code  from `speak` */
export const messagesIn = (code: string): BoxWords => {
  const words = boxLanguages.get(code);
  if (!words) throw new RangeError(code);
  return words;
};

/** For dates: with the region of the page's language if it has one, and always with Western digits. */
export const localeFor = (tag: string, code: string): string => {
  const { locale } = messagesIn(code);
  if (locale) return locale;
  try {
    return speak(tag) === code ? (Intl.getCanonicalLocales(tag)[0] ?? code) : code;
  } catch {
    return code;
  }
};
