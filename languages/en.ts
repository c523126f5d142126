import type { LanguageProfile } from './profile.ts';

/** All that the system knows about English. */
export const english: LanguageProfile = {
  code: 'en',
  name: 'English',
  english: 'English',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    text: { tokenizer: 'standard', filters: ['lowercase'] },
    exact: { tokenizer: 'standard', filters: ['lowercase'] },
  },
  dates: {
    months: [
      ['january', 'jan'],
      ['february', 'feb'],
      ['march', 'mar'],
      ['april', 'apr'],
      ['may'],
      ['june', 'jun'],
      ['july', 'jul'],
      ['august', 'aug'],
      ['september', 'sep'],
      ['october', 'oct'],
      ['november', 'nov'],
      ['december', 'dec'],
    ],
    weekdays: [
      ['monday', 'mon'],
      ['tuesday', 'tue'],
      ['wednesday', 'wed'],
      ['thursday', 'thu'],
      ['friday', 'fri'],
      ['saturday', 'sat'],
      ['sunday', 'sun'],
    ],
    order: 'mdy',
    publishedLabels: [],
    updatedLabels: [],
    today: [],
    yesterday: [],
  },
  datelines: [],
  credits: [],
  furniture: { menu: [], legal: [], related: [] },
};
