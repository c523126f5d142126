import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Greek. */
export const greek: LanguageProfile = {
  code: 'el',
  name: 'ελληνικά',
  english: 'Greek',
  scripts: ['Grek'],
  direction: 'ltr',
  analysis: {
    text: { tokenizer: 'standard', filters: ['lowercase'] },
    exact: { tokenizer: 'standard', filters: ['lowercase'] },
  },
  dates: {
    months: [
      ['ιανουαρίου', 'ιαν'],
      ['φεβρουαρίου', 'φεβ'],
      ['μαρτίου', 'μαρ'],
      ['απριλίου', 'απρ'],
      ['μαΐου', 'μαΐ'],
      ['ιουνίου', 'ιουν'],
      ['ιουλίου', 'ιουλ'],
      ['αυγούστου', 'αυγ'],
      ['σεπτεμβρίου', 'σεπ'],
      ['οκτωβρίου', 'οκτ'],
      ['νοεμβρίου', 'νοε'],
      ['δεκεμβρίου', 'δεκ'],
    ],
    weekdays: [
      ['δευτέρα', 'δευ'],
      ['τρίτη', 'τρί'],
      ['τετάρτη', 'τετ'],
      ['πέμπτη', 'πέμ'],
      ['παρασκευή', 'παρ'],
      ['σάββατο', 'σάβ'],
      ['κυριακή', 'κυρ'],
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
