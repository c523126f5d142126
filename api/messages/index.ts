import type { mailLanguages } from '../../mail/messages/index.ts';
import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { persian } from './fa.ts';
import { french } from './fr.ts';
import { hebrew } from './he.ts';
import { hindi } from './hi.ts';
import { indonesian } from './id.ts';
import type { InterfaceLanguage } from './interface-language.ts';
import { italian } from './it.ts';
import { japanese } from './ja.ts';
import { korean } from './ko.ts';
import { dutch } from './nl.ts';
import { polish } from './pl.ts';
import { portuguese } from './pt.ts';
import { russian } from './ru.ts';
import { codesOfTag } from './tag.ts';
import { turkish } from './tr.ts';
import { ukrainian } from './uk.ts';
import { vietnamese } from './vi.ts';
import { chinese } from './zh.ts';
import { traditionalChinese } from './zh-hant.ts';

/** Every interface language, once, in the order in which pages offer them. */
export const interfaceLanguages = [
  english,
  chinese,
  traditionalChinese,
  russian,
  spanish,
  french,
  arabic,
  german,
  portuguese,
  japanese,
  korean,
  ukrainian,
  turkish,
  persian,
  hebrew,
  italian,
  polish,
  dutch,
  indonesian,
  vietnamese,
  hindi,
] as const satisfies readonly InterfaceLanguage[];

/**
 * Does not compile while e-mails do not speak an interface language; the error names it.
 *
 * @public  only so that it counts as used
 */
export type EveryLanguageHasMails = Nothing<
  Exclude<(typeof interfaceLanguages)[number]['code'], keyof typeof mailLanguages>
>;
type Nothing<Missing extends never> = Missing;

const byCode: ReadonlyMap<string, InterfaceLanguage> = new Map(
  interfaceLanguages.map((language) => [language.code, language]),
);

/** An interface language by its code; English if there is none. */
export const interfaceIn = (code: string): InterfaceLanguage => byCode.get(code) ?? english;

/** For `Intl`: Western digits and the Gregorian calendar, as the dates of the articles. */
export const localeOf = (code: string): string => byCode.get(code)?.locale ?? code;

/**
 * The interface language for a reader: `ui-lang` if given, else the best of `Accept-Language`, else English.
 *
 * @param accepted  an Accept-Language header (RFC 9110), any length; the first 20 entries count
 */
export const readerLanguage = (given: string | undefined, accepted: string | undefined): string => {
  const tags = given ? [given] : byPreference(accepted ?? '');
  return tags.map(spokenFor).find((code) => code !== undefined) ?? english.code;
};

/** The interface language for a tag: the one in its script if there is one, else the one of its language. */
const spokenFor = (tag: string): string | undefined => codesOfTag(tag).find((code) => byCode.has(code));

/** Regions that write dates differently from their language in general; a fixed list, because formats are cached. */
const regions: ReadonlySet<string> = new Set(
  'en-AU en-CA en-GB en-IE en-IN en-NZ en-ZA de-AT de-CH es-AR es-MX fr-CA fr-CH nl-BE pt-PT zh-HK zh-TW'.split(
    ' ',
  ),
);

/** For dates: `en-GB` if a reader asks for it and the interface is English; else the language itself. */
export const readerLocale = (given: string | undefined, accepted: string | undefined): string => {
  const language = readerLanguage(given, accepted);
  const tags = given?.includes('-') ? [given] : byPreference(accepted ?? '');
  const first = tags.find((tag) => spokenFor(tag) === language);
  return first !== undefined && regions.has(first) ? first : language;
};

/** Codes of all languages that a reader asks for, at most four. */
export const preferredLanguages = (
  given: string | undefined,
  accepted: string | undefined,
): readonly string[] =>
  [...new Set(codesOf([...(given ? [given] : []), ...byPreference(accepted ?? '')]))].slice(0, 4);

const codesOf = (tags: readonly string[]): readonly string[] =>
  tags.map((tag) => tag.split('-')[0]?.toLowerCase() ?? '').filter((code) => /^[a-z]{2,3}$/.test(code));

const byPreference = (header: string): readonly string[] =>
  header
    .slice(0, 500)
    .split(',')
    .slice(0, 20)
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';');
      const quality = parameters
        .map((part) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(part)?.[1])
        .find(Boolean);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
