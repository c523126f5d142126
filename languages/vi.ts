import { acronym } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Vietnamese. */
export const vietnamese: LanguageProfile = {
  code: 'vi',
  name: 'Tiếng Việt',
  english: 'Vietnamese',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    filters: {
      ...acronym,
      // A word asked for without its marks finds it with any; with marks, only itself.
      vi_folding: { type: 'asciifolding', preserve_original: true },
      vi_words: { type: 'shingle', min_shingle_size: 2, max_shingle_size: 2, output_unigrams: false },
    },
    text: { tokenizer: 'icu_tokenizer', filters: ['icu_normalizer', 'acronym', 'vi_folding'] },
    textSearch: { tokenizer: 'icu_tokenizer', filters: ['icu_normalizer', 'acronym'] },
    exact: { tokenizer: 'icu_tokenizer', filters: ['icu_normalizer', 'acronym'] },
    // Words are of one syllable or two, and a space stands between syllables.
    bigram: { tokenizer: 'icu_tokenizer', filters: ['icu_normalizer', 'vi_words'] },
  },
  dates: {
    months: [
      ['tháng 1', 'thg 1'],
      ['tháng 2', 'thg 2'],
      ['tháng 3', 'thg 3'],
      ['tháng 4', 'thg 4'],
      ['tháng 5', 'thg 5'],
      ['tháng 6', 'thg 6'],
      ['tháng 7', 'thg 7'],
      ['tháng 8', 'thg 8'],
      ['tháng 9', 'thg 9'],
      ['tháng 10', 'thg 10'],
      ['tháng 11', 'thg 11'],
      ['tháng 12', 'thg 12'],
    ],
    weekdays: [
      ['thứ hai', 'thứ 2'],
      ['thứ ba', 'thứ 3'],
      ['thứ tư', 'thứ 4'],
      ['thứ năm', 'thứ 5'],
      ['thứ sáu', 'thứ 6'],
      ['thứ bảy', 'thứ 7'],
      ['chủ nhật', 'cn'],
    ],
    order: 'dmy',
    publishedLabels: ['đăng', 'xuất bản', 'ngày đăng', 'đăng ngày', 'ngày xuất bản', 'đăng lúc'],
    updatedLabels: ['cập nhật', 'cập nhật lần cuối', 'cập nhật lúc', 'sửa đổi'],
    today: ['hôm nay'],
    yesterday: ['hôm qua'],
  },
  datelines: [
    '{Place} ({agency}) -',
    '({agency}) -',
    '{agency} -',
    '{Place}, ngày {day} tháng {month} ({agency}) -',
    '{Place} -',
  ],
  credits: [
    'Nguồn: {agency}',
    'Nguồn {agency}',
    'Theo {agency}',
    '(Theo {agency})',
    'Theo: {agency}',
    '(Nguồn: {agency})',
    'Nguồn tin: {agency}',
  ],
  furniture: { menu: [], legal: [], related: [] },
};
