import { expect, test } from '@jest/globals';
import { interfaceIn, interfaceLanguages } from '../../../api/messages/index.ts';
import type { InterfaceLanguage } from '../../../api/messages/interface-language.ts';
import { boxLanguages } from '../../../api/web/box/languages.ts';
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
    expect(direction).toBe(languages.find((profile) => profile.code === code)?.direction);
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
