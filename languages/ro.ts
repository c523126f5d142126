import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Romanian. */
export const romanian: LanguageProfile = {
  code: 'ro',
  name: 'română',
  english: 'Romanian',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    text: { tokenizer: 'standard', filters: ['lowercase'] },
    exact: { tokenizer: 'standard', filters: ['lowercase'] },
  },
  dates: {
    months: [
      ['ianuarie', 'ian.', 'ian'],
      ['februarie', 'feb.', 'feb'],
      ['martie', 'mar.', 'mar'],
      ['aprilie', 'apr.', 'apr'],
      ['mai'],
      ['iunie', 'iun.', 'iun'],
      ['iulie', 'iul.', 'iul'],
      ['august', 'aug.', 'aug'],
      ['septembrie', 'sept.', 'sept'],
      ['octombrie', 'oct.', 'oct'],
      ['noiembrie', 'nov.', 'nov'],
      ['decembrie', 'dec.', 'dec'],
    ],
    weekdays: [
      ['luni', 'lun.'],
      ['marți', 'mar.'],
      ['miercuri', 'mie.'],
      ['joi'],
      ['vineri', 'vin.'],
      ['sâmbătă', 'sâm.'],
      ['duminică', 'dum.'],
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
