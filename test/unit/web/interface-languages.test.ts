import { expect, test } from '@jest/globals';
import type { NameFacet } from '../../../api/facets/facet.ts';
import { nameFacets } from '../../../api/facets/index.ts';
import {
  interfaceIn,
  interfaceLanguages,
  readerLanguage,
  readerLocale,
} from '../../../api/messages/index.ts';
import type { InterfaceLanguage } from '../../../api/messages/interface-language.ts';
import { boxLanguages } from '../../../api/web/box/languages.ts';
import { speak } from '../../../api/web/box/messages.ts';
import { buildBox } from '../../../api/web/build-box.ts';
import { languages } from '../../../languages/index.ts';

const all: readonly InterfaceLanguage[] = interfaceLanguages;

test.each(all.map((language) => [language.code, language] as const))(
  '%s has a name, a direction and a locale that Intl knows',
  (code, { name, direction, locale = code }) => {
    expect(Intl.DateTimeFormat.supportedLocalesOf(locale)).toHaveLength(1);
    expect(new Intl.DisplayNames([code], { type: 'language' }).of(code)?.toLowerCase()).toContain(
      name.toLowerCase(),
    );
    // The profile of the same language says which way its script runs.
    expect(direction).toBe(languages.find((profile) => profile.code === code.split('-')[0])?.direction);
  },
);

test('no language is listed twice; a language that the interface does not speak falls back to English', () => {
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  expect(interfaceIn('tlh').code).toBe('en');
});

test.each(all.map(({ code }) => code))('digits of numbers are Western in %s', (code) => {
  const { locale = code } = interfaceIn(code);
  expect(new Intl.NumberFormat(locale).format(7)).toBe('7');
});

test('the bundled box holds the words of every language, and nothing that only the API or the pages say', async () => {
  const script = (await buildBox()).content.toString();
  for (const { code, box, page, direction } of all) {
    expect(script).toContain(box.failed);
    expect(script).not.toContain(page.unavailableHelp);
    expect(boxLanguages.get(code)?.direction ?? 'ltr').toBe(direction);
  }
});

/** Every message with its place: `page.alert.name`. */
const messagesOf = (value: unknown, place: string): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => messagesOf(inner, `${place}.${name}`))
    : [[place, value]];

const told = ({ facets, search, expected, page, site, box }: InterfaceLanguage) =>
  messagesOf({ facets, search, expected, page, site, box }, '');

/** Printed in Latin letters, or not at all, in some scripts as well. */
const anyScript = new Set(['.search.query.phrase']);

test.each(all.map((language) => [language.code, language] as const))(
  'no message of %s is empty, and each keeps what is put into it',
  (code, language) => {
    const english = new Map(told(interfaceIn('en')));
    const own = new Set(told(language).map(([place]) => place));
    // A later facet brings its words itself.
    const later = nameFacets.flatMap(({ name, words }: NameFacet) => (words ? [`.facets.${name}.`] : []));
    expect([...english.keys()].filter((place) => !own.has(place))).toEqual([]);
    for (const [place, message] of told(language)) {
      if (!later.some((facet) => place.startsWith(facet))) expect(english.has(place)).toBe(true);
      if (typeof message === 'string') {
        expect([place, message.trim()]).not.toEqual([place, '']);
        expect([place, message.includes('{}')]).toEqual([place, String(english.get(place)).includes('{}')]);
      } else if (typeof message === 'function') {
        const said = String(message('MARK', new Intl.PluralRules(code).select(1234)));
        expect([place, said.includes('MARK')]).toEqual([place, true]);
      }
    }
  },
);

test.each(
  all
    .filter(({ code }) => /[^\p{Script=Latin}\s]/u.test(interfaceIn(code).name))
    .filter(({ name }) => !/\p{Script=Latin}/u.test(name))
    .map((language) => [language.code, language] as const),
)('what %s says is written in its own letters', (_code, language) => {
  const latin = /^[\p{Script=Latin}\P{L}]*$/u;
  for (const [place, message] of told(language)) {
    const text = typeof message === 'function' ? String(message('1', 'other')) : String(message);
    if (!anyScript.has(place) && /\p{L}{4}/u.test(text))
      expect([place, latin.test(text)]).toEqual([place, false]);
  }
});

test.each(
  all.filter(({ direction }) => direction === 'rtl').map((language) => [language.code, language] as const),
)('dates with hyphens stand apart from the letters of %s, which would turn them round', (_code, language) => {
  for (const [place, message] of told(language)) {
    const outside = String(message).replace(/\u2066[^\u2069]*\u2069/g, '');
    expect([place, /\d-\d/.test(outside)]).toEqual([place, false]);
  }
});

test.each([
  [undefined, 'en-GB,en;q=0.9', 'en-GB'],
  [undefined, 'en-US,en-GB;q=0.8', 'en'],
  ['de', 'en-GB', 'de'],
  ['pt', 'pt-PT,en', 'pt-PT'],
  [undefined, 'zh-TW', 'zh-TW'],
  [undefined, 'ar-EG', 'ar'],
  [undefined, 'xx-XX', 'en'],
])('dates for ui-lang %s and Accept-Language %s are written as in %s', (given, accepted, locale) => {
  expect(readerLocale(given, accepted)).toBe(locale);
});

test.each([
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['zh-hant', 'zh-Hant'],
  ['zh-CN', 'zh'],
  ['zh-SG', 'zh'],
  ['zh', 'zh'],
  ['pt-PT', 'pt'],
  ['sr-Latn', 'en'],
  ['not a tag', 'en'],
])('a reader of %s reads the interface, and the box, in %s', (tag, code) => {
  expect(readerLanguage(undefined, tag)).toBe(code);
  expect(readerLanguage(tag, undefined)).toBe(code);
  expect(speak(tag)).toBe(code);
});

test('Traditional Chinese is written in it, without a Simplified character', () => {
  const simplified = /[们来语这说时为发话简与书车东见长门问间关应对开网页错节级]/u;
  for (const [place, message] of told(interfaceIn('zh-Hant'))) {
    const text = typeof message === 'function' ? String(message('1', 'other')) : String(message);
    expect([place, simplified.test(text)]).toEqual([place, false]);
  }
});
