import { describe, expect, test } from '@jest/globals';
import { findGender } from '../../../chain/enrich/people/coreference/genders.ts';
import { attachedTitle } from '../../../chain/enrich/people/correct/attached-titles.ts';
import { readText } from '../../../chain/enrich/people/correct/read-words.ts';
import { findRole } from '../../../chain/enrich/people/roles/roles.ts';
import { findRoleBefore } from '../../../chain/enrich/people/roles/spaced-roles.ts';
import { tokenize } from '../../../chain/enrich/people/tagger/tokens.ts';
import { languages } from '../../../languages/index.ts';

const profiles = languages.filter(({ names }) => names !== undefined);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

test('the lists that are read below are there', () => {
  const codesWith = (list: 'women' | 'men' | 'portfolios' | 'links' | 'standingTitles') =>
    profiles.filter(({ names }) => (names?.[list] ?? []).length > 0).map(({ code }) => code);
  for (const list of ['women', 'men', 'portfolios', 'links'] as const)
    expect([list, codesWith(list)]).toEqual([
      list,
      expect.arrayContaining(['ar', 'de', 'en', 'es', 'fr', 'it', 'pt', 'ru']),
    ]);
  expect(codesWith('standingTitles')).toEqual(expect.arrayContaining(['ja', 'ko', 'zh']));
});

/** Every word that a profile lists is read as its reader parts words, so that none is there in vain. */
describe.each(profiles.map(({ code, names }) => [code, names ?? {}] as const))(
  'words of %s',
  (code, names) => {
    test('honorifics and offices tell the gender', () => {
      const genders = [
        ...(names.women ?? []).map((word) => [word, 'woman'] as const),
        ...(names.men ?? []).map((word) => [word, 'man'] as const),
      ];
      for (const [word, gender] of genders)
        for (const printed of [word, capital(word), `${word}.`, `Fine.${word}`]) {
          const read = findGender(`– ${printed} Xy`, printed.length + 3, code);
          expect([printed, read]).toEqual([printed, gender]);
        }
    });

    test('portfolios stand in roles, behind every link', () => {
      const [portfolio = ''] = names.portfolios ?? [];
      const tails = [
        ...(names.portfolios ?? []),
        ...(names.links ?? []).map((link) => `${link}${link.endsWith('’') ? '' : ' '}${portfolio}`),
      ];
      for (const tail of tails) {
        const role = `minister ${tail}`;
        expect(findRoleBefore(`${role} Xy`, role.length + 1, role.length + 3, code)).toBe(role);
      }
    });

    test('standing titles are found beside a name and cut off one, as their marks say', () => {
      const name = code === 'ko' ? '김철수' : '王建国';
      for (const listed of names.standingTitles ?? []) {
        const word = listed.replace(/^…|[-!]+$/gu, '');
        const role = findRole(`${name}${word}`, 0, name.length, code);
        if (!listed.startsWith('…')) expect([listed, word.endsWith(role ?? '–')]).toEqual([listed, true]);
        const whole = { start: 0, end: name.length + word.length };
        const [cut] = attachedTitle.apply(readText(`${name}${word}`, code), [whole]);
        if (/-!?$/u.test(listed)) expect([listed, cut?.end]).toEqual([listed, name.length]);
      }
    });

    test('titles, particles and suffixes are single words', () => {
      const { titles = [], particles = [], suffixes = [] } = names;
      for (const word of [...titles, ...particles, ...suffixes])
        expect([word, tokenize(word).count]).toEqual([word, 1]);
    });
  },
);
