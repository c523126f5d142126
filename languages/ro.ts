import { acronym, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Romanian. */
export const romanian: LanguageProfile = {
  code: 'ro',
  name: 'română',
  english: 'Romanian',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    // Half of what is written has the Turkish cedilla where Romanian has a comma.
    charFilters: { ro_comma: { type: 'mapping', mappings: ['ş => ș', 'ţ => ț', 'Ş => Ș', 'Ţ => Ț'] } },
    filters: { ...acronym, ...stop('ro_stop', '_romanian_'), ...stemmer('ro_stemmer', 'romanian') },
    text: {
      charFilters: ['ro_comma'],
      tokenizer: 'standard',
      filters: ['lowercase', 'acronym', 'ro_stop', 'ro_stemmer', 'icu_folding'],
    },
    exact: { tokenizer: 'standard', filters: ['lowercase', 'icu_folding', 'acronym'] },
  },
  dates: {
    months: [
      ['ianuarie', 'ian.', 'ian'],
      ['februarie', 'feb.', 'feb'],
      ['martie', 'mar.', 'mar'],
      ['aprilie', 'apr.', 'apr'],
      ['mai'],
      ['iunie', 'iun.', 'iun'],
      ['iulie', 'iul.', 'iul'],
      ['august', 'aug.', 'aug'],
      ['septembrie', 'sept.', 'sept'],
      ['octombrie', 'oct.', 'oct'],
      ['noiembrie', 'nov.', 'nov'],
      ['decembrie', 'dec.', 'dec'],
    ],
    weekdays: [
      ['luni', 'lun.'],
      ['marți', 'mar.'],
      ['miercuri', 'mie.'],
      ['joi'],
      ['vineri', 'vin.'],
      ['sâmbătă', 'sâm.'],
      ['duminică', 'dum.'],
    ],
    order: 'dmy',
    publishedLabels: ['publicat', 'publicată', 'data publicării', 'postat', 'creat', 'data'],
    updatedLabels: ['actualizat', 'actualizată', 'ultima actualizare', 'modificat'],
    today: ['astăzi', 'azi'],
    yesterday: ['ieri'],
  },
  datelines: [
    '{PLACE}, {day} {month} - {agency} -',
    '{Place}, {day} {month} ({agency}) -',
    '{Place}, {day} {month} /{agency}/ -',
    '{Place} ({agency}) -',
    '{Place} –',
  ],
  credits: [
    'Sursa: {agency}',
    'Sursă: {agency}',
    'Surse: {agency}',
    'Sursa foto și text: {agency}',
    'Potrivit {agency}',
    'via {agency}',
    '(sursa: {agency})',
    'Autor: {agency}',
    'Agenția: {agency}',
  ],
  furniture: { menu: [], legal: [], related: [] },
};
