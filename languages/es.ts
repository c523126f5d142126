import { acronym, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Spanish. */
export const spanish: LanguageProfile = {
  code: 'es',
  name: 'español',
  english: 'Spanish',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    filters: { ...acronym, ...stop('es_stop', '_spanish_'), ...stemmer('es_stemmer', 'light_spanish') },
    text: {
      tokenizer: 'standard',
      filters: ['lowercase', 'acronym', 'es_stop', 'es_stemmer', 'icu_folding'],
    },
    exact: { tokenizer: 'standard', filters: ['lowercase', 'icu_folding', 'acronym'] },
  },
  dates: {
    months: [
      ['enero', 'ene'],
      ['febrero', 'feb'],
      ['marzo', 'mar'],
      ['abril', 'abr'],
      ['mayo', 'may'],
      ['junio', 'jun'],
      ['julio', 'jul'],
      ['agosto', 'ago'],
      ['septiembre', 'sept'],
      ['octubre', 'oct'],
      ['noviembre', 'nov'],
      ['diciembre', 'dic'],
    ],
    weekdays: [
      ['lunes', 'lun'],
      ['martes', 'mar'],
      ['miércoles', 'mié'],
      ['jueves', 'jue'],
      ['viernes', 'vie'],
      ['sábado', 'sáb'],
      ['domingo', 'dom'],
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
