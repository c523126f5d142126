import { acronym, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Indonesian. */
export const indonesian: LanguageProfile = {
  code: 'id',
  name: 'Bahasa Indonesia',
  english: 'Indonesian',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    filters: { ...acronym, ...stop('id_stop', '_indonesian_'), ...stemmer('id_stemmer', 'indonesian') },
    text: {
      tokenizer: 'standard',
      filters: ['lowercase', 'icu_folding', 'acronym', 'id_stop', 'id_stemmer'],
    },
    exact: { tokenizer: 'standard', filters: ['lowercase', 'icu_folding', 'acronym'] },
  },
  dates: {
    months: [
      ['januari', 'jan'],
      ['februari', 'feb'],
      ['maret', 'mar'],
      ['april', 'apr'],
      ['mei'],
      ['juni', 'jun'],
      ['juli', 'jul'],
      ['agustus', 'agu'],
      ['september', 'sep'],
      ['oktober', 'okt'],
      ['november', 'nov'],
      ['desember', 'des'],
    ],
    weekdays: [
      ['senin', 'sen'],
      ['selasa', 'sel'],
      ['rabu', 'rab'],
      ['kamis', 'kam'],
      ['jumat', 'jum'],
      ['sabtu', 'sab'],
      ['minggu', 'min'],
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
