import { widthNormalizer } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';
import { simplifyingRules } from './zh-simplified.ts';

/** All that the system knows about Chinese. */
export const chinese: LanguageProfile = {
  code: 'zh',
  name: '中文',
  english: 'Chinese',
  scripts: ['Hans', 'Hant'],
  direction: 'ltr',
  analysis: {
    // Traditional and simplified are found from either.
    charFilters: { ...widthNormalizer, zh_simplified: { type: 'mapping', mappings: simplifyingRules } },
    text: {
      charFilters: ['width', 'zh_simplified'],
      tokenizer: 'smartcn_tokenizer',
      filters: ['lowercase', 'smartcn_stop', 'icu_folding'],
    },
    exact: {
      charFilters: ['width', 'zh_simplified'],
      tokenizer: 'standard',
      filters: ['lowercase', 'icu_folding'],
    },
    bigram: {
      charFilters: ['width', 'zh_simplified'],
      tokenizer: 'standard',
      filters: ['lowercase', 'cjk_bigram', 'icu_folding'],
    },
  },
  dates: {
    months: [
      ['一月', '1月'],
      ['二月', '2月'],
      ['三月', '3月'],
      ['四月', '4月'],
      ['五月', '5月'],
      ['六月', '6月'],
      ['七月', '7月'],
      ['八月', '8月'],
      ['九月', '9月'],
      ['十月', '10月'],
      ['十一月', '11月'],
      ['十二月', '12月'],
    ],
    weekdays: [
      ['星期一', '周一'],
      ['星期二', '周二'],
      ['星期三', '周三'],
      ['星期四', '周四'],
      ['星期五', '周五'],
      ['星期六', '周六'],
      ['星期日', '周日'],
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
