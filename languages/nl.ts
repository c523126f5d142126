import { acronym, stemmer, stop } from './analysis-parts.ts';
import { dutchCompoundParts } from './nl-compounds.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Dutch. */
export const dutch: LanguageProfile = {
  code: 'nl',
  name: 'Nederlands',
  english: 'Dutch',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    filters: {
      ...acronym,
      ...stop('nl_stop', '_dutch_'),
      nl_compounds: {
        type: 'dictionary_decompounder',
        word_list: dutchCompoundParts,
        min_word_size: 8,
        min_subword_size: 4,
        max_subword_size: 18,
        only_longest_match: true,
      },
      ...stemmer('nl_stemmer', 'dutch'),
    },
    text: {
      tokenizer: 'standard',
      filters: [
        'lowercase',
        'acronym',
        'nl_stop',
        'nl_compounds',
        'nl_stemmer',
        'icu_folding',
        'remove_duplicates',
      ],
    },
    // A compound that is asked for is meant whole; its parts would find too much.
    textSearch: {
      tokenizer: 'standard',
      filters: ['lowercase', 'acronym', 'nl_stop', 'nl_stemmer', 'icu_folding'],
    },
    exact: { tokenizer: 'standard', filters: ['lowercase', 'icu_folding', 'acronym'] },
  },
  dates: {
    months: [
      ['januari', 'jan'],
      ['februari', 'feb'],
      ['maart', 'mrt'],
      ['april', 'apr'],
      ['mei'],
      ['juni', 'jun'],
      ['juli', 'jul'],
      ['augustus', 'aug'],
      ['september', 'sep'],
      ['oktober', 'okt'],
      ['november', 'nov'],
      ['december', 'dec'],
    ],
    weekdays: [
      ['maandag', 'ma'],
      ['dinsdag', 'di'],
      ['woensdag', 'wo'],
      ['donderdag', 'do'],
      ['vrijdag', 'vr'],
      ['zaterdag', 'za'],
      ['zondag', 'zo'],
    ],
    order: 'dmy',
    publishedLabels: ['gepubliceerd', 'gepubliceerd op', 'geplaatst', 'publicatiedatum', 'datum'],
    updatedLabels: ['bijgewerkt', 'laatst bijgewerkt', 'gewijzigd', 'update', 'laatste update'],
    today: ['vandaag'],
    yesterday: ['gisteren'],
  },
  datelines: ['{PLACE} ({agency}) -', '{PLACE} -', '{Place} ({agency}) -', '{Place} –', '{PLACE} —'],
  credits: [
    'Bron: {agency}',
    'Bronnen: {agency}',
    'Bron {agency}',
    'Door {agency}',
    'Door: {agency}',
    'Van {agency}',
    'Met {agency}',
    '({agency})',
    'Tekst: {agency}',
  ],
  furniture: { menu: [], legal: [], related: [] },
};
