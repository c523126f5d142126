import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Persian. */
export const persian: LanguageProfile = {
  code: 'fa',
  name: 'فارسی',
  english: 'Persian',
  scripts: ['Arab'],
  direction: 'rtl',
  analysis: {
    text: { tokenizer: 'standard', filters: ['lowercase'] },
    exact: { tokenizer: 'standard', filters: ['lowercase'] },
  },
  dates: {
    months: [
      ['ژانویه'],
      ['فوریه'],
      ['مارس'],
      ['آوریل'],
      ['مه'],
      ['ژوئن'],
      ['ژوئیه'],
      ['اوت'],
      ['سپتامبر'],
      ['اکتبر'],
      ['نوامبر'],
      ['دسامبر'],
    ],
    weekdays: [['دوشنبه'], ['سه‌شنبه'], ['چهارشنبه'], ['پنجشنبه'], ['جمعه'], ['شنبه'], ['یکشنبه']],
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
