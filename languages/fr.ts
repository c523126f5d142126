import type { LanguageProfile } from './profile.ts';

/** All that the system knows about French. */
export const french: LanguageProfile = {
  code: 'fr',
  name: 'français',
  english: 'French',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    text: { tokenizer: 'standard', filters: ['lowercase'] },
    exact: { tokenizer: 'standard', filters: ['lowercase'] },
  },
  dates: {
    months: [
      ['janvier', 'janv.', 'janv'],
      ['février', 'févr.', 'févr'],
      ['mars'],
      ['avril', 'avr.', 'avr'],
      ['mai'],
      ['juin'],
      ['juillet', 'juil.', 'juil'],
      ['août'],
      ['septembre', 'sept.', 'sept'],
      ['octobre', 'oct.', 'oct'],
      ['novembre', 'nov.', 'nov'],
      ['décembre', 'déc.', 'déc'],
    ],
    weekdays: [
      ['lundi', 'lun.'],
      ['mardi', 'mar.'],
      ['mercredi', 'mer.'],
      ['jeudi', 'jeu.'],
      ['vendredi', 'ven.'],
      ['samedi', 'sam.'],
      ['dimanche', 'dim.'],
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
