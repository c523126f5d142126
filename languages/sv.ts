import { acronym, foldingExcept, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Swedish. */
export const swedish: LanguageProfile = {
  code: 'sv',
  name: 'svenska',
  english: 'Swedish',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    filters: {
      ...acronym,
      // Å, ä and ö are letters of their own.
      ...foldingExcept('sv_folding', 'åäöÅÄÖ'),
      ...stop('sv_stop', '_swedish_'),
      ...stemmer('sv_stemmer', 'light_swedish'),
    },
    text: { tokenizer: 'standard', filters: ['lowercase', 'sv_folding', 'acronym', 'sv_stop', 'sv_stemmer'] },
    exact: { tokenizer: 'standard', filters: ['lowercase', 'sv_folding', 'acronym'] },
  },
  dates: {
    months: [
      ['januari', 'jan.', 'jan'],
      ['februari', 'feb.', 'feb'],
      ['mars'],
      ['april', 'apr.', 'apr'],
      ['maj'],
      ['juni'],
      ['juli'],
      ['augusti', 'aug.', 'aug'],
      ['september', 'sep.', 'sep'],
      ['oktober', 'okt.', 'okt'],
      ['november', 'nov.', 'nov'],
      ['december', 'dec.', 'dec'],
    ],
    weekdays: [
      ['måndag', 'mån'],
      ['tisdag', 'tis'],
      ['onsdag', 'ons'],
      ['torsdag', 'tors'],
      ['fredag', 'fre'],
      ['lördag', 'lör'],
      ['söndag', 'sön'],
    ],
    order: 'ymd',
    publishedLabels: ['publicerad', 'publicerat', 'publicerades', 'skapad', 'datum'],
    updatedLabels: ['uppdaterad', 'uppdaterat', 'senast uppdaterad', 'ändrad', 'uppdaterades'],
    today: ['idag', 'i dag'],
    yesterday: ['igår', 'i går'],
  },
  datelines: [
    '{PLACE}. ',
    '{PLACE} ({agency})',
    '{Place} ({agency}) -',
    '{PLACE}, {day} {month} ({agency})',
    '{Place} –',
  ],
  credits: [
    'Källa: {agency}',
    'Källor: {agency}',
    'Källa {agency}',
    'Av {agency}',
    'Text: {agency}',
    '({agency})',
    'Kilde: {agency}',
    'Kilder: {agency}',
    'Af {agency}',
  ],
  furniture: { menu: [], legal: [], related: [] },
};
