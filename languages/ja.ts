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
    publishedLabels: ['公開', '公開日', '掲載', '配信', '掲載日', '投稿', '公開日時', '発表', '初版公開'],
    updatedLabels: ['更新', '最終更新', '更新日', '更新日時'],
    today: ['今日', '本日'],
    yesterday: ['昨日'],
  },
  datelines: [
    '【{place}{agency}】',
    '【{place}={agency}】',
    '【{place}＝{agency}】',
    '［{place} {day}日 {agency}］',
    '【{place}={person}】',
    '（{agency}）',
    '【{place}】',
    '[{place} {day}日 {agency}]',
  ],
  credits: [
    '出典：{agency}',
    '出典: {agency}',
    'ソース：{agency}',
    '提供：{agency}',
    '配信：{agency}',
    '情報提供：{agency}',
    '（{agency}）',
    '【{agency}】',
    '引用元：{agency}',
    '{agency}配信',
  ],
  furniture: { menu: [], legal: [], related: [] },
};
