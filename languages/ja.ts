import { widthNormalizer } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Japanese. */
export const japanese: LanguageProfile = {
  code: 'ja',
  name: '日本語',
  english: 'Japanese',
  scripts: ['Jpan'],
  direction: 'ltr',
  analysis: {
    charFilters: { ...widthNormalizer },
    tokenizers: {
      ja_tokenizer: { type: 'kuromoji_tokenizer', mode: 'search', discard_compound_token: true },
    },
    text: {
      charFilters: ['width'],
      tokenizer: 'ja_tokenizer',
      filters: ['kuromoji_baseform', 'kuromoji_part_of_speech', 'ja_stop', 'kuromoji_stemmer', 'lowercase'],
    },
    exact: { charFilters: ['width'], tokenizer: 'standard', filters: ['lowercase'] },
    bigram: { charFilters: ['width'], tokenizer: 'standard', filters: ['lowercase', 'cjk_bigram'] },
  },
  dates: {
    months: [[], [], [], [], [], [], [], [], [], [], [], []],
    weekdays: [
      ['月曜日', '月'],
      ['火曜日', '火'],
      ['水曜日', '水'],
      ['木曜日', '木'],
      ['金曜日', '金'],
      ['土曜日', '土'],
      ['日曜日', '日'],
    ],
    order: 'ymd',
    publishedLabels: [],
    updatedLabels: [],
    today: [],
    yesterday: [],
  },
  datelines: [],
  credits: [],
  furniture: { menu: [], legal: [], related: [] },
};
