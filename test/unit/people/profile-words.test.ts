import { describe, expect, test } from '@jest/globals';
import { isOffice } from '../../../authorities/people/offices.ts';
import { findGender } from '../../../chain/enrich/people/coreference/genders.ts';
import { attachedTitle } from '../../../chain/enrich/people/correct/attached-titles.ts';
import { readText } from '../../../chain/enrich/people/correct/read-words.ts';
import { findRole } from '../../../chain/enrich/people/roles/roles.ts';
import { findRoleBefore } from '../../../chain/enrich/people/roles/spaced-roles.ts';
import { tokenize } from '../../../chain/enrich/people/tagger/tokens.ts';
import { languages } from '../../../languages/index.ts';
import { type TitleKind, titlesOf } from '../../../languages/titles.ts';

const profiles = languages.filter(({ names }) => names !== undefined);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

test('the lists that are read below are there', () => {
  const codesWith = (has: (profile: (typeof languages)[number]) => readonly string[] | undefined) =>
    languages.filter((profile) => (has(profile) ?? []).length > 0).map(({ code }) => code);
  const withGenders = ['ar', 'de', 'en', 'es', 'fr', 'it', 'pt', 'ru'];
  const kind = (wanted: TitleKind) => codesWith(({ titles }) => titlesOf(titles, wanted));
  expect(kind('woman')).toEqual(expect.arrayContaining(withGenders));
  expect(kind('man')).toEqual(expect.arrayContaining(withGenders));
  expect(codesWith(({ names }) => names?.portfolios)).toEqual(expect.arrayContaining(withGenders));
  expect(codesWith(({ names }) => names?.links)).toEqual(expect.arrayContaining(withGenders));
  expect(kind('attached')).toEqual(expect.arrayContaining(['ja', 'ko', 'zh']));
});

test.each(languages.map(({ code, titles = [] }) => [code, titles] as const))(
  'a title of %s stands once, with all that it does',
  (_, titles) => {
    const words = titles.flatMap((group) => group.words);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    const kinds = titles.map((group) => [...group.kinds].sort().join(' '));
    expect(kinds.filter((kind, at) => kinds.indexOf(kind) !== at)).toEqual([]);
  },
);

test('every office that a profile has words for is one', () => {
  const codes = languages.flatMap(({ offices }) => Object.keys(offices ?? {}));
  expect(codes.filter((code) => !isOffice(code))).toEqual([]);
});

/** Every word that a profile lists is read as its reader parts words, so that none is there in vain. */
describe.each(profiles.map(({ code, names, titles }) => [code, names ?? {}, titles] as const))(
  'words of %s',
  (code, names, titles) => {
    test('honorifics and offices tell the gender', () => {
      const genders = [
        ...titlesOf(titles, 'woman').map((word) => [word, 'woman'] as const),
        ...titlesOf(titles, 'man').map((word) => [word, 'man'] as const),
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

    test('standing titles are found beside a name and cut off one, as their kinds say', () => {
      const name = code === 'ko' ? '김철수' : '王建国';
      const cuts = titlesOf(titles, 'cut');
      const standing = titlesOf(titles, 'attached');
      for (const word of new Set([...standing, ...cuts])) {
        const role = findRole(`${name}${word}`, 0, name.length, code);
        if (standing.includes(word)) expect([word, word.endsWith(role ?? '–')]).toEqual([word, true]);
        const whole = { start: 0, end: name.length + word.length };
        const [cut] = attachedTitle.apply(readText(`${name}${word}`, code), [whole]);
        if (cuts.includes(word)) expect([word, cut?.end]).toEqual([word, name.length]);
      }
    });

    test('titles, particles and suffixes are single words', () => {
      const { particles = [], suffixes = [] } = names;
      for (const word of [...titlesOf(titles, 'before'), ...particles, ...suffixes])
        expect([word, tokenize(word).count]).toEqual([word, 1]);
    });
  },
);
