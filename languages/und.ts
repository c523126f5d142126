import { armenianPersons, armenianTitles } from './hy-persons.ts';
import type { LanguageProfile } from './profile.ts';

/** For every language without a profile. */
export const undetermined: LanguageProfile = {
  code: 'und',
  name: '—',
  scripts: ['Zyyy'],
  direction: 'ltr',
  analysis: {
    // Danish and Norwegian: foerste, Aarhus.
    digraphs: 'words',
    // Serbian is written in two scripts whose letters correspond.
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
  // Words of languages without a profile: Hungarian, Danish, Norwegian, Finnish.
  creditWords: { photo: ['fotó', 'billede', 'bilde', 'kuva'] },
  credits: [],
  furniture: { menu: [], legal: [], related: [], consent: [] },
  titles: armenianTitles,
  persons: armenianPersons,
};
