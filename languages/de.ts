import type { LanguageProfile } from './profile.ts';

/** All that the system knows about German. */
export const german: LanguageProfile = {
  code: 'de',
  name: 'Deutsch',
  english: 'German',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    text: { tokenizer: 'standard', filters: ['lowercase'] },
    exact: { tokenizer: 'standard', filters: ['lowercase'] },
  },
  dates: {
    months: [
      ['januar', 'jan.', 'jan'],
      ['februar', 'feb.', 'feb'],
      ['märz', 'mär'],
      ['april', 'apr.', 'apr'],
      ['mai'],
      ['juni', 'jun'],
      ['juli', 'jul'],
      ['august', 'aug.', 'aug'],
      ['september', 'sept.', 'sept', 'sep'],
      ['oktober', 'okt.', 'okt'],
      ['november', 'nov.', 'nov'],
      ['dezember', 'dez.', 'dez'],
    ],
    weekdays: [
      ['montag', 'mo'],
      ['dienstag', 'di'],
      ['mittwoch', 'mi'],
      ['donnerstag', 'do'],
      ['freitag', 'fr'],
      ['samstag', 'sa'],
      ['sonntag', 'so'],
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
