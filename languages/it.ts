import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Italian. */
export const italian: LanguageProfile = {
  code: 'it',
  name: 'italiano',
  english: 'Italian',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    text: { tokenizer: 'standard', filters: ['lowercase'] },
    exact: { tokenizer: 'standard', filters: ['lowercase'] },
  },
  dates: {
    months: [
      ['gennaio', 'gen'],
      ['febbraio', 'feb'],
      ['marzo', 'mar'],
      ['aprile', 'apr'],
      ['maggio', 'mag'],
      ['giugno', 'giu'],
      ['luglio', 'lug'],
      ['agosto', 'ago'],
      ['settembre', 'set'],
      ['ottobre', 'ott'],
      ['novembre', 'nov'],
      ['dicembre', 'dic'],
    ],
    weekdays: [
      ['lunedì', 'lun'],
      ['martedì', 'mar'],
      ['mercoledì', 'mer'],
      ['giovedì', 'gio'],
      ['venerdì', 'ven'],
      ['sabato', 'sab'],
      ['domenica', 'dom'],
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
