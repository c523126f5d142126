import type { LanguageProfile } from './profile.ts';

/** What takes every language without a profile. */
export const undetermined: LanguageProfile = {
  code: 'und',
  name: '—',
  english: 'Other',
  scripts: ['Zyyy'],
  direction: 'ltr',
  analysis: {
    text: { tokenizer: 'icu_tokenizer', filters: ['icu_folding'] },
    exact: { tokenizer: 'icu_tokenizer', filters: ['icu_folding'] },
  },
  dates: {
    months: [],
    weekdays: [],
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
