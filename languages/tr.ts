import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Turkish. */
export const turkish: LanguageProfile = {
  code: 'tr',
  name: 'Türkçe',
  english: 'Turkish',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    text: { tokenizer: 'standard', filters: ['lowercase'] },
    exact: { tokenizer: 'standard', filters: ['lowercase'] },
  },
  dates: {
    months: [
      ['ocak', 'oca'],
      ['şubat', 'şub'],
      ['mart', 'mar'],
      ['nisan', 'nis'],
      ['mayıs', 'may'],
      ['haziran', 'haz'],
      ['temmuz', 'tem'],
      ['ağustos', 'ağu'],
      ['eylül', 'eyl'],
      ['ekim', 'eki'],
      ['kasım', 'kas'],
      ['aralık', 'ara'],
    ],
    weekdays: [
      ['pazartesi', 'pzt'],
      ['salı', 'sal'],
      ['çarşamba', 'çar'],
      ['perşembe', 'per'],
      ['cuma', 'cum'],
      ['cumartesi', 'cmt'],
      ['pazar', 'paz'],
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
