import type { LanguageProfile } from './profile.ts';

/** All that the system knows about Ukrainian. */
export const ukrainian: LanguageProfile = {
  code: 'uk',
  name: 'українська',
  english: 'Ukrainian',
  scripts: ['Cyrl'],
  direction: 'ltr',
  analysis: {
    text: { tokenizer: 'standard', filters: ['lowercase'] },
    exact: { tokenizer: 'standard', filters: ['lowercase'] },
  },
  dates: {
    months: [
      ['січня', 'січень', 'січ.', 'січ'],
      ['лютого', 'лютий', 'лют.', 'лют'],
      ['березня', 'березень', 'бер.', 'бер'],
      ['квітня', 'квітень', 'квіт.', 'квіт'],
      ['травня', 'травень', 'трав.', 'трав'],
      ['червня', 'червень', 'черв.', 'черв'],
      ['липня', 'липень', 'лип.', 'лип'],
      ['серпня', 'серпень', 'серп.', 'серп'],
      ['вересня', 'вересень', 'вер.', 'вер'],
      ['жовтня', 'жовтень', 'жовт.', 'жовт'],
      ['листопада', 'листопад', 'лист.', 'лист'],
      ['грудня', 'грудень', 'груд.', 'груд'],
    ],
    weekdays: [
      ['понеділок', 'пн'],
      ['вівторок', 'вт'],
      ['середа', 'ср'],
      ['четвер', 'чт'],
      ['пʼятниця', 'пт'],
      ['субота', 'сб'],
      ['неділя', 'нд'],
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
