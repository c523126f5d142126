import { acronym, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about English. */
export const english: LanguageProfile = {
  code: 'en',
  name: 'English',
  english: 'English',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    filters: {
      ...acronym,
      ...stemmer('en_possessive', 'possessive_english'),
      ...stop('en_stop', '_english_'),
      ...stemmer('en_stemmer', 'english'),
    },
    text: {
      tokenizer: 'standard',
      filters: ['lowercase', 'en_possessive', 'icu_folding', 'acronym', 'en_stop', 'en_stemmer'],
    },
    exact: { tokenizer: 'standard', filters: ['lowercase', 'icu_folding', 'acronym'] },
  },
  dates: {
    months: [
      ['january', 'jan'],
      ['february', 'feb'],
      ['march', 'mar'],
      ['april', 'apr'],
      ['may'],
      ['june', 'jun'],
      ['july', 'jul'],
      ['august', 'aug'],
      ['september', 'sep'],
      ['october', 'oct'],
      ['november', 'nov'],
      ['december', 'dec'],
    ],
    weekdays: [
      ['monday', 'mon'],
      ['tuesday', 'tue'],
      ['wednesday', 'wed'],
      ['thursday', 'thu'],
      ['friday', 'fri'],
      ['saturday', 'sat'],
      ['sunday', 'sun'],
    ],
    order: 'mdy',
    publishedLabels: [],
    updatedLabels: [],
    today: [],
    yesterday: [],
  },
  datelines: [],
  credits: [],
  furniture: { menu: [], legal: [], related: [] },
};
