import { acronym, endings, foldingExcept, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

const ukrainianStopWords: readonly string[] =
  'а або але б без би був була були було бути в вже ви від він вона вони воно все для до є ж з за зі і із й його її їх коли лише ми може на над не ні о одо по при про та так також там те ти то тому у хто це цей ця цього чи чому щоб що я як яка яке який які якого якої'.split(
    ' ',
  );

const ukrainianEndings: readonly string[] =
  'ами ями ові еві єві ах ях ів їв ей ою ею єю ом ем єм ам ям ого його ому йому ими їми их їх ій їй ої ую юю ий їй ість ості істю а я у ю о е є и і ї ь ій'.split(
    ' ',
  );

/** All that the system knows about Ukrainian. */
export const ukrainian: LanguageProfile = {
  code: 'uk',
  name: 'українська',
  english: 'Ukrainian',
  scripts: ['Cyrl'],
  direction: 'ltr',
  analysis: {
    // The apostrophe has three forms and is often left out; ґ is often typed as г.
    charFilters: { uk_letters: { type: 'mapping', mappings: ['ґ => г', 'Ґ => Г', 'ʼ => \\u2019'] } },
    filters: {
      ...acronym,
      uk_apostrophe: { type: 'pattern_replace', pattern: "['’]", replacement: '' },
      ...foldingExcept('uk_folding', 'йЙїЇ'),
      ...stop('uk_stop', ukrainianStopWords),
      ...endings('uk_endings', 3, ukrainianEndings),
    },
    text: {
      charFilters: ['uk_letters'],
      tokenizer: 'standard',
      filters: ['lowercase', 'uk_apostrophe', 'uk_folding', 'acronym', 'uk_stop', 'uk_endings'],
    },
    exact: {
      charFilters: ['uk_letters'],
      tokenizer: 'standard',
      filters: ['lowercase', 'uk_apostrophe', 'uk_folding', 'acronym'],
    },
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
    publishedLabels: ['опубліковано', 'дата публікації', 'розміщено', 'додано', 'дата', 'створено'],
    updatedLabels: ['оновлено', 'останнє оновлення', 'змінено'],
    today: ['сьогодні'],
    yesterday: ['вчора', 'учора'],
  },
  datelines: [
    '{Place}. {day} {month}. {AGENCY}.',
    '{PLACE}, {day} {month} ({agency}).',
    '{Place}, {day} {month}, {agency}.',
    '{PLACE}. {day} {month}. {agency}.',
    '{Place} –',
  ],
  credits: [
    'Джерело: {agency}',
    'Джерела: {agency}',
    'Джерело {agency}',
    'За матеріалами {agency}',
    'За матеріалами: {agency}',
    'За інформацією {agency}',
    'За повідомленнями {agency}',
    'За даними {agency}',
    '/{agency}/',
  ],
  furniture: { menu: [], legal: [], related: [] },
};
