import { stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Thai. */
export const thai: LanguageProfile = {
  code: 'th',
  name: 'ไทย',
  english: 'Thai',
  scripts: ['Thai'],
  direction: 'ltr',
  analysis: {
    filters: { ...stop('th_stop', '_thai_') },
    // Thai has no spaces between words: a dictionary cuts them.
    text: { tokenizer: 'thai', filters: ['lowercase', 'decimal_digit', 'cjk_width', 'th_stop'] },
    exact: { tokenizer: 'icu_tokenizer', filters: ['lowercase', 'decimal_digit', 'cjk_width'] },
  },
  dates: {
    months: [
      ['มกราคม', 'ม.ค.', 'ม.ค'],
      ['กุมภาพันธ์', 'ก.พ.', 'ก.พ'],
      ['มีนาคม', 'มี.ค.', 'มี.ค'],
      ['เมษายน', 'เม.ย.', 'เม.ย'],
      ['พฤษภาคม', 'พ.ค.', 'พ.ค'],
      ['มิถุนายน', 'มิ.ย.', 'มิ.ย'],
      ['กรกฎาคม', 'ก.ค.', 'ก.ค'],
      ['สิงหาคม', 'ส.ค.', 'ส.ค'],
      ['กันยายน', 'ก.ย.', 'ก.ย'],
      ['ตุลาคม', 'ต.ค.', 'ต.ค'],
      ['พฤศจิกายน', 'พ.ย.', 'พ.ย'],
      ['ธันวาคม', 'ธ.ค.', 'ธ.ค'],
    ],
    weekdays: [
      ['วันจันทร์', 'จันทร์'],
      ['วันอังคาร', 'อังคาร'],
      ['วันพุธ', 'พุธ'],
      ['วันพฤหัสบดี', 'พฤหัส'],
      ['วันศุกร์', 'ศุกร์'],
      ['วันเสาร์', 'เสาร์'],
      ['วันอาทิตย์', 'อาทิตย์'],
    ],
    order: 'dmy',
    publishedLabels: [],
    updatedLabels: [],
    today: [],
    yesterday: [],
  },
  datelines: [],
  credits: [],
  furniture: { menu: [], legal: [], related: [] },
};
