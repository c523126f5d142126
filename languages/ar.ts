import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Arabic. */
export const arabic: LanguageProfile = {
  code: 'ar',
  name: 'العربية',
  english: 'Arabic',
  scripts: ['Arab'],
  direction: 'rtl',
  analysis: {
    text: { tokenizer: 'standard', filters: ['lowercase'] },
    exact: { tokenizer: 'standard', filters: ['lowercase'] },
  },
  dates: {
    months: [
      ['يناير'],
      ['فبراير'],
      ['مارس'],
      ['أبريل'],
      ['مايو'],
      ['يونيو'],
      ['يوليو'],
      ['أغسطس'],
      ['سبتمبر'],
      ['أكتوبر'],
      ['نوفمبر'],
      ['ديسمبر'],
    ],
    weekdays: [['الاثنين'], ['الثلاثاء'], ['الأربعاء'], ['الخميس'], ['الجمعة'], ['السبت'], ['الأحد']],
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
