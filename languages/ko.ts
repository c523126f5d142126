import { widthNormalizer } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Korean. */
export const korean: LanguageProfile = {
  code: 'ko',
  name: '한국어',
  english: 'Korean',
  scripts: ['Kore'],
  direction: 'ltr',
  analysis: {
    charFilters: { ...widthNormalizer },
    text: {
      charFilters: ['width'],
      tokenizer: 'nori_tokenizer',
      filters: ['nori_part_of_speech', 'nori_readingform', 'lowercase'],
    },
    exact: { charFilters: ['width'], tokenizer: 'standard', filters: ['lowercase'] },
    bigram: { charFilters: ['width'], tokenizer: 'standard', filters: ['lowercase', 'cjk_bigram'] },
  },
  dates: {
    months: [
      ['1월'],
      ['2월'],
      ['3월'],
      ['4월'],
      ['5월'],
      ['6월'],
      ['7월'],
      ['8월'],
      ['9월'],
      ['10월'],
      ['11월'],
      ['12월'],
    ],
    weekdays: [
      ['월요일', '월'],
      ['화요일', '화'],
      ['수요일', '수'],
      ['목요일', '목'],
      ['금요일', '금'],
      ['토요일', '토'],
      ['일요일', '일'],
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
