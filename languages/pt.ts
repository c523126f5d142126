import { acronym, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Portuguese. */
export const portuguese: LanguageProfile = {
  code: 'pt',
  name: 'português',
  english: 'Portuguese',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    filters: { ...acronym, ...stop('pt_stop', '_portuguese_'), ...stemmer('pt_stemmer', 'light_portuguese') },
    text: {
      tokenizer: 'standard',
      filters: ['lowercase', 'acronym', 'pt_stop', 'pt_stemmer', 'icu_folding'],
    },
    exact: { tokenizer: 'standard', filters: ['lowercase', 'icu_folding', 'acronym'] },
  },
  dates: {
    months: [
      ['janeiro', 'jan.', 'jan'],
      ['fevereiro', 'fev.', 'fev'],
      ['março', 'mar.', 'mar'],
      ['abril', 'abr.', 'abr'],
      ['maio', 'mai.', 'mai'],
      ['junho', 'jun.', 'jun'],
      ['julho', 'jul.', 'jul'],
      ['agosto', 'ago.', 'ago'],
      ['setembro', 'set.', 'set'],
      ['outubro', 'out.', 'out'],
      ['novembro', 'nov.', 'nov'],
      ['dezembro', 'dez.', 'dez'],
    ],
    weekdays: [
      ['segunda-feira', 'seg.'],
      ['terça-feira', 'ter.'],
      ['quarta-feira', 'qua.'],
      ['quinta-feira', 'qui.'],
      ['sexta-feira', 'sex.'],
      ['sábado', 'sáb.'],
      ['domingo', 'dom.'],
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
