import { normalizeName } from '../../authorities/people/matching/normalize-name.ts';
import type { NameFacet } from './facet.ts';
import { capitalizeName } from './person.ts';

/** The article's authors; recorded persons are found by all their names. */
export const author = {
  name: 'author',
  field: 'authors',
  several: true,
  description: 'Who wrote it: names as the byline prints them, or ids of people',
  find: (name, { people }) => {
    const record = people.get(name);
    const names = record ? record.names.map(({ form }) => form) : [name];
    return [...new Set(names.map((one) => `name:${normalizeName(one)}`))].slice(0, MOST_NAMES);
  },
  findsIds: true,
  unrecorded: (name) => `name:${normalizeName(name)}`,
  label: (id, _language, { printed }) => printed?.of(id) ?? capitalizeName(id.replace(/^name:/, '')),
  words: {
    en: { title: 'Authors', phrase: (names) => `written by ${names}` },
    de: { title: 'Autoren', phrase: (names) => `geschrieben von ${names}` },
    fr: { title: 'Auteurs', phrase: (names) => `écrits par ${names}` },
    es: { title: 'Autores', phrase: (names) => `escritos por ${names}` },
    pt: { title: 'Autores', phrase: (names) => `escritos por ${names}` },
    ru: { title: 'Авторы', phrase: (names) => `автор: ${names}` },
    ar: { title: 'الكتّاب', phrase: (names) => `بقلم ${names}` },
    zh: { title: '作者', phrase: (names) => `作者：${names}` },
    ja: { title: '執筆者', phrase: (names) => `執筆：${names}` },
    ko: { title: '작성자', phrase: (names) => `작성자: ${names}` },
  },
} as const satisfies NameFacet;

const MOST_NAMES = 50;
