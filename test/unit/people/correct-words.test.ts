import { describe, expect, test } from '@jest/globals';
import { correct } from '../../support/correct.ts';

describe('what an article settles by itself', () => {
  test.each([
    [
      'en',
      '[Anna Qarnoux] left. The Qarnoux supporter and Qarnoux agreed.',
      ['Anna Qarnoux', 'Qarnoux', 'Qarnoux'],
    ],
    [
      'de',
      'Laut [Anna Qarnoux]. Nach Qarnoux-Rückzug: Qarnoux’ Orbit.',
      ['Anna Qarnoux', 'Qarnoux', 'Qarnoux'],
    ],
    ['pl', 'Mówi [Jan Czech]. Dziś nie ma Czecha w domu.', ['Jan Czech', 'Czecha']],
    ['de', 'Das sagte [Karl Zumwinkel]. Zumwinkels Haus steht leer.', ['Karl Zumwinkel', 'Zumwinkels']],
    ['ru', 'Приехал [Иван Крамник]. Матч с Крамником состоится.', ['Иван Крамник', 'Крамником']],
    ['ar', 'قال [سيرغي لافروف]. تحدثوا بلافروف وللافروف.', ['سيرغي لافروف', 'لافروف', 'لافروف']],
    ['ar', 'قال [إلياس المنكبي]. وأوضح العقيد المنكبي ذلك.', ['إلياس المنكبي', 'المنكبي']],
  ])('the surname of somebody named in full is a name later: %s %s', (language, text, names) => {
    expect(correct(language, text)).toEqual(names);
  });

  test.each([
    ['a street', 'en', '[Anna Qarnoux] left. They met in Qarnoux Street.', ['Anna Qarnoux']],
    ['a compound', 'en', '[Anna Qarnoux] left the Blum-Qarnoux pact.', ['Anna Qarnoux']],
    [
      'a country like another case of it',
      'pl',
      '[Jan Czech] mieszka w Warszawie. Czechy są piękne. Czechy graniczą z Polską.',
      ['Jan Czech'],
    ],
    ['the man’s of a woman', 'pl', '[Anna Qarnowska] wyszła. Qarnowski został.', ['Anna Qarnowska']],
    ['a word that stands in small letters too', 'en', '[Anna Grove] left. Grove by grove.', ['Anna Grove']],
  ])('but not %s', (_, language, text, names) => {
    expect(correct(language, text)).toEqual(names);
  });

  test('a surname of several words is taken whole where its bearer is known', () => {
    expect(correct('en', '[Louw de Graaf] spoke. Then de [Graaf] left.')).toEqual([
      'Louw de Graaf',
      'de Graaf',
    ]);
    expect(correct('es', 'Habló [Graaf] y luego de [Graaf].')).toEqual(['Graaf', 'Graaf']);
  });
});

test('the initials that sign an Arabic agency’s text are its writer', () => {
  expect(correct('ar', 'وعبر عن سعادته بسلامتهم. ع ب م')).toEqual(['ع ب م']);
  expect(correct('ar', 'ع ب م في بداية النص لا غير.')).toEqual([]);
});

describe('what stands beside a name', () => {
  test.each([
    ['en', 'The union called on President Qarnoux to act.', ['Qarnoux']],
    ['en', 'A letter of Sen. Qarnoux said so.', ['Qarnoux']],
    ['en', 'He thanked President Xi, and left.', ['Xi']],
    ['es', 'Abrazó a su hijo Qarnú, y el guardameta Qarnó salió.', ['Qarnú', 'Qarnó']],
    ['en', 'The President will act, said the minister Tuesday.', []],
    ['de', 'Der Präsident Qarnoux', []],
  ])('a title gives a name away that no list knows: %s %s', (language, text, names) => {
    expect(correct(language, text)).toEqual(names);
  });

  test.each([
    ['de', '[Obwohl Niemiec] kam, ging er.', ['Niemiec']],
    ['de', 'Das weiß der USA-[Kenner Thomas Weber] genau.', ['Thomas Weber']],
    ['en', 'Later [DJ Qarnoux] sang.', ['DJ Qarnoux']],
    ['es', 'Todo subió. [Fuentes] oficiales lo niegan.', []],
    ['fr', '[Lundi], un juge a parlé.', []],
  ])('words that are no part of a name are cut off: %s %s', (language, text, names) => {
    expect(correct(language, text)).toEqual(names);
  });

  test.each([
    ['es', 'Habló [Kim Jong]-un, su líder.', ['Kim Jong-un']],
    ['en', 'The [Joe Biden]-led group met.', ['Joe Biden']],
    ['ar', 'قال المبعوث ستافان [دي ميستورا] ذلك.', ['ستافان دي ميستورا']],
  ])('a name that was cut is made whole: %s %s', (language, text, names) => {
    expect(correct(language, text)).toEqual(names);
  });

  test.each([
    ['fr', 'Le porte-avions [Jean-Bernard] quitte la rue [Jean Moreau].', []],
    ['fr', 'Une panne du [Charles-de-Gaulle] inquiète [Jean-Paul Moreau].', ['Jean-Paul Moreau']],
    ['ar', 'نقل إلى مستشفى [محمد الهاشمي]', []],
    ['en', 'The carrier [Kitty Hawk] sailed.', []],
    ['es', 'La Fundación [Ana] & [Carlos Romero] y [Ana Torres].', ['Ana Torres']],
    [
      'de',
      'Die [Karl-Braun]-Stiftung tagt am [Otto-Braun]-Platz, so [Karl-Heinz Braun].',
      ['Karl-Heinz Braun'],
    ],
    ['fr', '[PARIS] (Reuters) - Le président parle.', []],
  ])(
    'streets, hospitals, ships and foundations called after somebody are nobody: %s %s',
    (language, text, names) => {
      expect(correct(language, text)).toEqual(names);
    },
  );
});
