import { acronym, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Greek. */
export const greek: LanguageProfile = {
  code: 'el',
  name: 'ελληνικά',
  english: 'Greek',
  scripts: ['Grek'],
  direction: 'ltr',
  analysis: {
    filters: {
      ...acronym,
      // Takes the accents and the final sigma away, as the stemmer expects.
      el_lowercase: { type: 'lowercase', language: 'greek' },
      ...stop('el_stop', '_greek_'),
      ...stemmer('el_stemmer', 'greek'),
    },
    text: {
      tokenizer: 'standard',
      filters: ['el_lowercase', 'acronym', 'el_stop', 'el_stemmer', 'icu_folding'],
    },
    exact: { tokenizer: 'standard', filters: ['el_lowercase', 'icu_folding', 'acronym'] },
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
