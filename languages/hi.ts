import { stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Hindi. */
export const hindi: LanguageProfile = {
  code: 'hi',
  name: 'हिन्दी',
  english: 'Hindi',
  scripts: ['Deva'],
  direction: 'ltr',
  analysis: {
    filters: { ...stop('hi_stop', '_hindi_'), ...stemmer('hi_stemmer', 'hindi') },
    text: {
      tokenizer: 'standard',
      filters: [
        'lowercase',
        'decimal_digit',
        'indic_normalization',
        'hindi_normalization',
        'hi_stop',
        'hi_stemmer',
      ],
    },
    exact: {
      tokenizer: 'standard',
      filters: ['lowercase', 'decimal_digit', 'indic_normalization', 'hindi_normalization'],
    },
  },
  dates: {
    months: [
      ['जनवरी', 'जन॰'],
      ['फ़रवरी', 'फ़र॰'],
      ['मार्च'],
      ['अप्रैल'],
      ['मई'],
      ['जून'],
      ['जुलाई', 'जुल॰'],
      ['अगस्त', 'अग॰'],
      ['सितंबर', 'सित॰'],
      ['अक्टूबर', 'अक्टू॰'],
      ['नवंबर', 'नव॰'],
      ['दिसंबर', 'दिस॰'],
    ],
    weekdays: [
      ['सोमवार', 'सोम'],
      ['मंगलवार', 'मंगल'],
      ['बुधवार', 'बुध'],
      ['गुरुवार', 'गुरु'],
      ['शुक्रवार', 'शुक्र'],
      ['शनिवार', 'शनि'],
      ['रविवार', 'रवि'],
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
