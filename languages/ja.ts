import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Japanese. */
export const japanese: LanguageProfile = {
  code: 'ja',
  name: '日本語',
  english: 'Japanese',
  scripts: ['Jpan'],
  direction: 'ltr',
  analysis: {
    text: { tokenizer: 'standard', filters: ['lowercase'] },
    exact: { tokenizer: 'standard', filters: ['lowercase'] },
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
