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
    publishedLabels: ['입력', '등록', '게시', '작성', '기사입력', '승인', '발행', '등록일'],
    updatedLabels: ['수정', '업데이트', '최종수정', '최종 업데이트', '기사수정'],
    today: ['오늘'],
    yesterday: ['어제'],
  },
  datelines: [
    '({place}={agency})',
    '[{place}={agency}]',
    '({place}={agency}) {person} 기자 =',
    '【{place}={agency}】',
    '[{agency} {person} 기자]',
    '({place}·{place}={agency})',
  ],
  credits: [
    '출처: {agency}',
    '출처 : {agency}',
    '자료: {agency}',
    '제공: {agency}',
    '자료제공: {agency}',
    '{agency} 제공',
    '[출처: {agency}]',
  ],
  furniture: { menu: [], legal: [], related: [] },
};
