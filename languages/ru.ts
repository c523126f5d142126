import { acronym, foldingExcept, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Russian. */
export const russian: LanguageProfile = {
  code: 'ru',
  name: 'русский',
  english: 'Russian',
  scripts: ['Cyrl'],
  direction: 'ltr',
  analysis: {
    filters: {
      ...acronym,
      // Readers write е for ё, but й is a letter of its own.
      ...foldingExcept('ru_folding', 'йЙ'),
      ...stop('ru_stop', '_russian_'),
      ...stemmer('ru_stemmer', 'russian'),
    },
    text: { tokenizer: 'standard', filters: ['lowercase', 'ru_folding', 'acronym', 'ru_stop', 'ru_stemmer'] },
    exact: { tokenizer: 'standard', filters: ['lowercase', 'ru_folding', 'acronym'] },
  },
  dates: {
    months: [
      ['января', 'январь', 'янв.', 'янв'],
      ['февраля', 'февраль', 'февр.', 'февр'],
      ['марта', 'март', 'мар.', 'мар'],
      ['апреля', 'апрель', 'апр.', 'апр'],
      ['мая', 'май'],
      ['июня', 'июнь', 'июн.', 'июн'],
      ['июля', 'июль', 'июл.', 'июл'],
      ['августа', 'август', 'авг.', 'авг'],
      ['сентября', 'сентябрь', 'сент.', 'сент'],
      ['октября', 'октябрь', 'окт.', 'окт'],
      ['ноября', 'ноябрь', 'нояб.', 'нояб'],
      ['декабря', 'декабрь', 'дек.', 'дек'],
    ],
    weekdays: [
      ['понедельник', 'пн'],
      ['вторник', 'вт'],
      ['среда', 'ср'],
      ['четверг', 'чт'],
      ['пятница', 'пт'],
      ['суббота', 'сб'],
      ['воскресенье', 'вс'],
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
