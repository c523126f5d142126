import { acronym, endings, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';

const polishStopWords: readonly string[] =
  'a aby albo ale ani by być był była było były będą będzie co czy dla do gdy gdzie go i ich ile im iż ja jak jako je jego jej jest jeszcze już każdy kiedy kto która które którego której którzy który których którym lub ma mają między może można na nad nie nim niż o od oraz po pod podczas ponieważ poza przed przez przy są się ta tak także tam te tego tej ten to też tu tych tylko tym u w we wszystko z za ze że'.split(
    ' ',
  );

const polishEndings: readonly string[] =
  'owie owi ami ach iach iami iego iemu ego emu ymi imi ych ich iej ej ów om iom em iem ie ym im ią ię ia iu ą ę a e i o u y'.split(
    ' ',
  );

/** All that the system knows about Polish. */
export const polish: LanguageProfile = {
  code: 'pl',
  name: 'polski',
  english: 'Polish',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    filters: {
      ...acronym,
      ...stop('pl_stop', polishStopWords),
      ...endings('pl_endings', 3, polishEndings),
      // ł has no mark that folding could take off.
      pl_stroke: { type: 'pattern_replace', pattern: 'ł', replacement: 'l' },
      // minister, ministra: the vowel that comes and goes.
      pl_vowel: { type: 'pattern_replace', pattern: '(?<=..[td])er$', replacement: 'r' },
    },
    text: {
      tokenizer: 'standard',
      filters: ['lowercase', 'acronym', 'pl_stop', 'pl_endings', 'pl_vowel', 'icu_folding', 'pl_stroke'],
    },
    exact: { tokenizer: 'standard', filters: ['lowercase', 'icu_folding', 'acronym', 'pl_stroke'] },
  },
  dates: {
    months: [
      ['stycznia', 'styczeń', 'sty'],
      ['lutego', 'luty', 'lut'],
      ['marca', 'marzec', 'mar'],
      ['kwietnia', 'kwiecień', 'kwi'],
      ['maja', 'maj'],
      ['czerwca', 'czerwiec', 'cze'],
      ['lipca', 'lipiec', 'lip'],
      ['sierpnia', 'sierpień', 'sie'],
      ['września', 'wrzesień', 'wrz'],
      ['października', 'październik', 'paź'],
      ['listopada', 'listopad', 'lis'],
      ['grudnia', 'grudzień', 'gru'],
    ],
    weekdays: [
      ['poniedziałek', 'pon.'],
      ['wtorek', 'wt.'],
      ['środa', 'śr.'],
      ['czwartek', 'czw.'],
      ['piątek', 'pt.'],
      ['sobota', 'sob.'],
      ['niedziela', 'niedz.'],
    ],
    order: 'dmy',
    publishedLabels: [
      'opublikowano',
      'data publikacji',
      'dodano',
      'utworzono',
      'data dodania',
      'data',
      'publikacja',
      'data utworzenia',
    ],
    updatedLabels: [
      'aktualizacja',
      'ostatnia aktualizacja',
      'zaktualizowano',
      'zmodyfikowano',
      'data aktualizacji',
      'ostatnia modyfikacja',
    ],
    today: ['dzisiaj', 'dziś'],
    yesterday: ['wczoraj'],
  },
  datelines: [
    '{Place} ({agency}) -',
    '{Place}, {day} {month} ({agency}) -',
    '{PLACE} ({agency}).',
    '{Place}. {day}.{month}. {year} ({agency}).',
    '{Place} –',
  ],
  credits: [
    'Źródło: {agency}',
    'Źródło {agency}',
    'Źródła: {agency}',
    'Autor: {agency}',
    'Autorzy: {agency}',
    'Za {agency}',
    'na podst. {agency}',
    'Na podstawie: {agency}',
    'oprac. {agency}',
    'Dzięki uprzejmości: {agency}',
    'Tekst: {agency}',
    '({agency})',
    'Fot. i tekst: {agency}',
  ],
  furniture: { menu: [], legal: [], related: [] },
};
