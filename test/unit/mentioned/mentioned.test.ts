import { expect, test } from '@jest/globals';
import { countryLabel, findCountry } from '../../../authorities/countries.ts';
import { loadPlaces } from '../../../authorities/places/index.ts';
import { languages } from '../../../languages/index.ts';

const { mentioned } = loadPlaces();
const ids = (text: string, language: string) => mentioned.findAll(text, language).map(({ id }) => id);

test.each([
  ['en', 'The minister flew from Beijing to France, then met UN officials.', ['beijing', 'FR', 'org:un']],
  ['en', "Ghana's exports to the U.S. rose.", ['GH', 'US']],
  ['de', 'Er reiste nach Frankreich und sprach vor den Vereinten Nationen.', ['FR', 'org:un']],
  ['fr', 'Il est arrivé en Italie avec une délégation de l’ONU.', ['IT', 'org:un']],
  ['ru', 'Он прибыл в Германию из Китая.', ['DE', 'CN']],
  ['zh', '外长从北京前往法国，并访问联合国。', ['beijing', 'FR', 'org:un']],
  ['ja', '外相は東京からフランスへ向かった。', ['tokyo', 'FR']],
  ['ko', '장관은 프랑스에서 유엔을 방문했다.', ['FR', 'org:un']],
  ['ar', 'وصل الوزير إلى فرنسا قادما من موسكو.', ['FR', 'moscow']],
])('%s: %s', (language, text, expected) => {
  expect(ids(text, language)).toEqual(expected);
});

test.each([
  ['part of a longer name', 'en', 'Peter Jordan and New Guinea Smith met France Gall.', []],
  ['a word of the language', 'ar', 'مبلغ مالي كبير', []],
  ['a region within a country', 'zh', '内蒙古自治区', ['CN']],
  ['a firm named after a region', 'ja', '中国新聞によると', []],
  ['a programme with a number', 'fr', 'Il travaille à France 2.', []],
])('%s is not taken for a place', (_, language, text, expected) => {
  expect(ids(text, language)).toEqual(expected);
});

test('what a person is called is no place', () => {
  const text = 'He met Paris.';
  expect(mentioned.findAll(text, 'en', [{ start: 7, end: 12 }])).toEqual([]);
  expect(ids(text, 'en')).toEqual(['paris']);
});

test('every language of articles knows the countries by name, in any letter case', () => {
  for (const { code } of languages)
    if (code !== 'und')
      expect([code, findCountry(countryLabel('FR', code).toUpperCase())]).toEqual([code, 'FR']);
  expect([findCountry('BAHRAIN'), findCountry('Bahrain'), findCountry('bh')]).toEqual(['BH', 'BH', 'BH']);
  expect(findCountry('Atlantis')).toBeNull();
  expect(mentioned.findByName('Нации')).toEqual([]);
  expect(mentioned.findByName('ООН')).toEqual(['org:un']);
});
