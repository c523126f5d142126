import { stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Persian. */
export const persian: LanguageProfile = {
  code: 'fa',
  name: 'فارسی',
  english: 'Persian',
  scripts: ['Arab'],
  direction: 'rtl',
  analysis: {
    // The zero-width non-joiner parts what is one word to some and two to others.
    charFilters: { fa_letters: { type: 'mapping', mappings: ['\\u200C => \\u0020', 'ـ => '] } },
    filters: { ...stop('fa_stop', '_persian_'), ...stemmer('fa_stemmer', 'persian') },
    text: {
      charFilters: ['fa_letters'],
      tokenizer: 'standard',
      filters: [
        'lowercase',
        'decimal_digit',
        'arabic_normalization',
        'persian_normalization',
        'fa_stop',
        'fa_stemmer',
        'icu_folding',
      ],
    },
    exact: {
      charFilters: ['fa_letters'],
      tokenizer: 'standard',
      filters: ['lowercase', 'decimal_digit', 'arabic_normalization', 'persian_normalization', 'icu_folding'],
    },
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
    publishedLabels: ['تاریخ انتشار', 'منتشر شده', 'انتشار', 'تاریخ', 'زمان انتشار'],
    updatedLabels: ['به‌روزرسانی', 'به روز رسانی', 'بروزرسانی', 'آخرین به‌روزرسانی', 'به‌روز شده'],
    today: ['امروز'],
    yesterday: ['دیروز'],
  },
  datelines: [
    '{place} - {agency} -',
    '{place}- {agency}-',
    '{place} ({agency})',
    '{place}، {agency}',
    '{agency}/ {place}',
  ],
  credits: [
    'منبع: {agency}',
    'منبع : {agency}',
    'منبع خبر: {agency}',
    'به نقل از {agency}',
    'به گزارش {agency}',
    'خبرگزاری: {agency}',
    '({agency})',
  ],
  furniture: { menu: [], legal: [], related: [] },
};
