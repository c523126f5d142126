import { countryLabel, findCountry, isCountry } from '../../authorities/countries.ts';
import type { NameFacet } from './facet.ts';

export const country = {
  name: 'country',
  field: 'country',
  several: false,
  description: 'Country of the publisher: ISO 3166 codes, or names in any language',
  find: (name) => {
    const code = findCountry(name);
    return code === null ? [] : [code];
  },
  unrecorded: (name) => (isCountry(name.toUpperCase()) ? name.toUpperCase() : name),
  label: (id, language) => countryLabel(id, language),
  words: {
    en: { title: 'Countries of publication', phrase: (names) => `published in ${names}` },
    de: { title: 'Erscheinungsländer', phrase: (names) => `erschienen in: ${names}` },
    fr: { title: 'Pays de publication', phrase: (names) => `pays de publication : ${names}` },
    es: { title: 'Países de publicación', phrase: (names) => `país de publicación: ${names}` },
    pt: { title: 'Países de publicação', phrase: (names) => `país de publicação: ${names}` },
    ru: { title: 'Страны публикации', phrase: (names) => `страна публикации: ${names}` },
    ar: { title: 'بلدان النشر', phrase: (names) => `بلد النشر: ${names}` },
    zh: { title: '发布国家或地区', phrase: (names) => `发布地：${names}` },
    ja: { title: '発行国', phrase: (names) => `発行国：${names}` },
    ko: { title: '발행 국가', phrase: (names) => `발행 국가: ${names}` },
  },
} as const satisfies NameFacet;
