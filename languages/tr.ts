import { acronym, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Turkish. */
export const turkish: LanguageProfile = {
  code: 'tr',
  name: 'Türkçe',
  english: 'Turkish',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    filters: {
      ...acronym,
      // I without a dot is the capital of ı, İ of i.
      tr_lowercase: { type: 'lowercase', language: 'turkish' },
      ...stop('tr_stop', '_turkish_'),
      ...stemmer('tr_stemmer', 'turkish'),
    },
    // Folded last, ı to i too: half of what is typed has no Turkish letters.
    text: {
      tokenizer: 'standard',
      filters: ['apostrophe', 'tr_lowercase', 'acronym', 'tr_stop', 'tr_stemmer', 'asciifolding'],
    },
    exact: { tokenizer: 'standard', filters: ['apostrophe', 'tr_lowercase', 'asciifolding', 'acronym'] },
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
    publishedLabels: [
      'yayınlanma',
      'yayın tarihi',
      'yayınlandı',
      'giriş',
      'giriş tarihi',
      'oluşturulma',
      'eklenme',
      'tarih',
      'oluşturma tarihi',
      'yayınlanma tarihi',
    ],
    updatedLabels: ['güncelleme', 'güncellendi', 'son güncelleme', 'güncelleme tarihi'],
    today: ['bugün'],
    yesterday: ['dün'],
  },
  datelines: [
    '{PLACE} ({agency}) -',
    '{PLACE} ({agency})',
    '{PLACE} - {agency}',
    '{Place} ({agency}) -',
    '{PLACE}, ({agency}) -',
    '{Place} – {agency}',
    '{PLACE} –',
  ],
  credits: [
    'Kaynak: {agency}',
    'Kaynak {agency}',
    'Kaynaklar: {agency}',
    'Haber: {agency}',
    'Haber Merkezi - {agency}',
    '({agency})',
    'Ajans: {agency}',
    'Muhabir: {agency}',
    'Editör: {agency}',
  ],
  furniture: { menu: [], legal: [], related: [] },
};
