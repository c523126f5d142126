import type { LanguageProfile } from './profile.ts';

/** What takes every language without a profile. */
export const undetermined: LanguageProfile = {
  code: 'und',
  name: '—',
  scripts: ['Zyyy'],
  direction: 'ltr',
  analysis: {
    text: { tokenizer: 'icu_tokenizer', filters: ['icu_folding'] },
    exact: { tokenizer: 'icu_tokenizer', filters: ['icu_folding'] },
  },
  dates: {
    months: [],
    weekdays: [],
    order: 'dmy',
    publishedLabels: [],
    updatedLabels: [],
  },
  credits: [],
  furniture: { menu: [], legal: [], related: [] },
  // Armenian, whose capitals show names as Greek ones do.
  persons: {
    titles: [
      'վարչապետ',
      'վարչապետը',
      'վարչապետի',
      'վարչապետին',
      'նախագահ',
      'նախագահը',
      'նախագահի',
      'նախագահին',
      'նախարար',
      'նախարարը',
      'նախարարի',
      'նախարարին',
      'փոխվարչապետ',
      'փոխնախագահ',
      'դեսպան',
      'դեսպանը',
      'խոսնակ',
      'պատգամավոր',
      'քաղաքապետ',
      'պարոն',
      'տիկին',
    ],
    modifiers: [],
    after: [],
    never: ['Հայաստանի', 'Հանրապետության', 'Ռուսաստանի', 'Ազգային', 'Ժողովի', 'Եվրոպական', 'Միության'],
  },
};
