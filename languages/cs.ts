import { acronym, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Czech. */
export const czech: LanguageProfile = {
  code: 'cs',
  name: 'čeština',
  english: 'Czech',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    filters: { ...acronym, ...stop('cs_stop', '_czech_'), ...stemmer('cs_stemmer', 'czech') },
    text: {
      tokenizer: 'standard',
      filters: ['lowercase', 'acronym', 'cs_stop', 'cs_stemmer', 'icu_folding'],
    },
    exact: { tokenizer: 'standard', filters: ['lowercase', 'icu_folding', 'acronym'] },
  },
  dates: {
    months: [
      ['ledna', 'leden', 'led'],
      ['února', 'únor', 'úno'],
      ['března', 'březen', 'bře'],
      ['dubna', 'duben', 'dub'],
      ['května', 'květen', 'kvě'],
      ['června', 'červen', 'čvn'],
      ['července', 'červenec', 'čvc'],
      ['srpna', 'srpen', 'srp'],
      ['září', 'zář'],
      ['října', 'říjen', 'říj'],
      ['listopadu', 'listopad', 'lis'],
      ['prosince', 'prosinec', 'pro'],
    ],
    weekdays: [
      ['pondělí', 'po'],
      ['úterý', 'út'],
      ['středa', 'st'],
      ['čtvrtek', 'čt'],
      ['pátek', 'pá'],
      ['sobota', 'so'],
      ['neděle', 'ne'],
    ],
    order: 'dmy',
    publishedLabels: ['publikováno', 'zveřejněno', 'vydáno', 'vytvořeno', 'datum', 'vloženo'],
    updatedLabels: ['aktualizováno', 'aktualizace', 'poslední aktualizace', 'upraveno', 'změněno'],
    today: ['dnes'],
    yesterday: ['včera'],
  },
  datelines: [
    '{Place} ({agency}) -',
    '{PLACE} -',
    '{Place} –',
    '{Place} {day}. {month} ({agency}) -',
    '{Place}/{Place} ({agency}) -',
    '{Place} -',
  ],
  credits: [
    'Zdroj: {agency}',
    'Zdroje: {agency}',
    'Zdroj {agency}',
    'Autor: {agency}',
    'Autoři: {agency}',
    '({agency})',
    'Podle {agency}',
    'S použitím {agency}',
  ],
  furniture: { menu: [], legal: [], related: [] },
};
