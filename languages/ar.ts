import { stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Arabic. */
export const arabic: LanguageProfile = {
  code: 'ar',
  name: 'العربية',
  english: 'Arabic',
  scripts: ['Arab'],
  direction: 'rtl',
  analysis: {
    // Persian keyboards give other letters for the same yeh and kaf.
    charFilters: { ar_letters: { type: 'mapping', mappings: ['ی => ي', 'ک => ك', 'ـ => '] } },
    filters: { ...stop('ar_stop', '_arabic_'), ...stemmer('ar_stemmer', 'arabic') },
    text: {
      charFilters: ['ar_letters'],
      tokenizer: 'standard',
      filters: ['lowercase', 'decimal_digit', 'ar_stop', 'arabic_normalization', 'ar_stemmer', 'icu_folding'],
    },
    exact: {
      charFilters: ['ar_letters'],
      tokenizer: 'standard',
      filters: ['lowercase', 'decimal_digit', 'arabic_normalization', 'icu_folding'],
    },
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
    publishedLabels: ['نشر', 'نُشر', 'تاريخ النشر', 'نشر في', 'نشرت', 'تم النشر', 'التاريخ'],
    updatedLabels: ['آخر تحديث', 'تحديث', 'حُدّث', 'تم التحديث', 'اخر تحديث'],
    today: ['اليوم'],
    yesterday: ['أمس'],
  },
  datelines: [
    '{place} - {agency} -',
    '{place} ({agency}) -',
    '{place} {day} {month} ({agency}) -',
    '{place} / {agency} /',
    '{place} في {day} {month} /{agency}/',
    '{place} –',
    '{place}:',
    '{agency} –',
  ],
  credits: [
    'المصدر: {agency}',
    'المصدر : {agency}',
    'المصادر: {agency}',
    'نقلا عن {agency}',
    'وكالات: {agency}',
    'عن {agency}',
    '({agency})',
  ],
  furniture: { menu: [], legal: [], related: [] },
};
