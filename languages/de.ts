import { acronym, stemmer, stop } from './analysis-parts.ts';
import { germanCompoundParts } from './de-compounds.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about German. */
export const german: LanguageProfile = {
  code: 'de',
  name: 'Deutsch',
  english: 'German',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    filters: {
      ...acronym,
      ...stop('de_stop', '_german_'),
      de_compounds: {
        type: 'dictionary_decompounder',
        word_list: germanCompoundParts,
        min_word_size: 8,
        min_subword_size: 4,
        max_subword_size: 18,
        only_longest_match: true,
      },
      ...stemmer('de_stemmer', 'light_german'),
    },
    text: {
      tokenizer: 'standard',
      filters: [
        'lowercase',
        'acronym',
        'de_stop',
        'de_compounds',
        'german_normalization',
        'de_stemmer',
        'icu_folding',
        'remove_duplicates',
      ],
    },
    // A compound that is asked for is meant whole; its parts would find too much.
    textSearch: {
      tokenizer: 'standard',
      filters: ['lowercase', 'acronym', 'de_stop', 'german_normalization', 'de_stemmer', 'icu_folding'],
    },
    exact: {
      tokenizer: 'standard',
      filters: ['lowercase', 'german_normalization', 'icu_folding', 'acronym'],
    },
  },
  dates: {
    months: [
      ['januar', 'jan.', 'jan'],
      ['februar', 'feb.', 'feb'],
      ['märz', 'mär'],
      ['april', 'apr.', 'apr'],
      ['mai'],
      ['juni', 'jun'],
      ['juli', 'jul'],
      ['august', 'aug.', 'aug'],
      ['september', 'sept.', 'sept', 'sep'],
      ['oktober', 'okt.', 'okt'],
      ['november', 'nov.', 'nov'],
      ['dezember', 'dez.', 'dez'],
    ],
    weekdays: [
      ['montag', 'mo'],
      ['dienstag', 'di'],
      ['mittwoch', 'mi'],
      ['donnerstag', 'do'],
      ['freitag', 'fr'],
      ['samstag', 'sa'],
      ['sonntag', 'so'],
    ],
    order: 'dmy',
    publishedLabels: [],
    updatedLabels: [],
    today: [],
    yesterday: [],
  },
  datelines: [],
  credits: [],
  furniture: { menu: [], legal: [], related: [] },
};
