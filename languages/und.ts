import { armenianPersons, armenianTitles } from './hy-persons.ts';
import type { LanguageProfile } from './profile.ts';

/** For every language without a profile. */
export const undetermined: LanguageProfile = {
  code: 'und',
  name: '—',
  scripts: ['Zyyy'],
  direction: 'ltr',
  analysis: {
    // Estonian and Icelandic words as typed on other keyboards: toeoe.
    digraphs: 'words',
    // Macedonian, Bosnian and Montenegrin names are found in either script.
    filters: { und_latin: { type: 'icu_transform', id: 'Serbian-Latin/BGN; Cyrillic-Latin' } },
    text: { tokenizer: 'icu_tokenizer', filters: ['und_latin', 'icu_folding'] },
    exact: { tokenizer: 'icu_tokenizer', filters: ['und_latin', 'icu_folding'] },
  },
  dates: {
    months: [],
    weekdays: [],
    order: 'dmy',
    publishedLabels: [],
    updatedLabels: [],
  },
  creditWords: { photo: ['fotó', 'billede', 'bilde', 'kuva'] },
  credits: [],
  furniture: { menu: [], legal: [], related: [], consent: [] },
  titles: armenianTitles,
  persons: armenianPersons,
};
