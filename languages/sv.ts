import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Swedish. */
export const swedish: LanguageProfile = {
  code: 'sv',
  name: 'svenska',
  english: 'Swedish',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    text: { tokenizer: 'standard', filters: ['lowercase'] },
    exact: { tokenizer: 'standard', filters: ['lowercase'] },
  },
  dates: {
    months: [
      ['januari', 'jan.', 'jan'],
      ['februari', 'feb.', 'feb'],
      ['mars'],
      ['april', 'apr.', 'apr'],
      ['maj'],
      ['juni'],
      ['juli'],
      ['augusti', 'aug.', 'aug'],
      ['september', 'sep.', 'sep'],
      ['oktober', 'okt.', 'okt'],
      ['november', 'nov.', 'nov'],
      ['december', 'dec.', 'dec'],
    ],
    weekdays: [
      ['måndag', 'mån'],
      ['tisdag', 'tis'],
      ['onsdag', 'ons'],
      ['torsdag', 'tors'],
      ['fredag', 'fre'],
      ['lördag', 'lör'],
      ['söndag', 'sön'],
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
