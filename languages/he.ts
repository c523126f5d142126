import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Hebrew. */
export const hebrew: LanguageProfile = {
  code: 'he',
  name: 'עברית',
  english: 'Hebrew',
  scripts: ['Hebr'],
  direction: 'rtl',
  analysis: {
    text: { tokenizer: 'standard', filters: ['lowercase'] },
    exact: { tokenizer: 'standard', filters: ['lowercase'] },
  },
  dates: {
    months: [
      ['ינואר', 'ינו׳'],
      ['פברואר', 'פבר׳'],
      ['מרץ'],
      ['אפריל', 'אפר׳'],
      ['מאי'],
      ['יוני'],
      ['יולי'],
      ['אוגוסט', 'אוג׳'],
      ['ספטמבר', 'ספט׳'],
      ['אוקטובר', 'אוק׳'],
      ['נובמבר', 'נוב׳'],
      ['דצמבר', 'דצמ׳'],
    ],
    weekdays: [
      ['יום שני', 'יום ב׳'],
      ['יום שלישי', 'יום ג׳'],
      ['יום רביעי', 'יום ד׳'],
      ['יום חמישי', 'יום ה׳'],
      ['יום שישי', 'יום ו׳'],
      ['יום שבת', 'שבת'],
      ['יום ראשון', 'יום א׳'],
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
