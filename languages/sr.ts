import { acronym, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';
import { splitPhrases, splitWords } from './split-words.ts';
import { inBothScripts, serbianMappings } from './sr-letters.ts';
import { stopWords } from './stop-words.ts';

/** A list in both scripts, from Latin phrases. */
const both = (list: string): readonly string[] => splitPhrases(list).flatMap(inBothScripts);

const months: readonly string[] = [
  'januar|januara|jan',
  'februar|februara|feb',
  'mart|marta|mar',
  'april|aprila|apr',
  'maj|maja',
  'jun|juni|juna',
  'jul|juli|jula',
  'avgust|avgusta|avg',
  'septembar|septembra|sep|sept',
  'oktobar|oktobra|okt',
  'novembar|novembra|nov',
  'decembar|decembra|dec',
];

/** All that the system knows about Serbian, in Cyrillic and in Latin script. */
export const serbian: LanguageProfile = {
  code: 'sr',
  name: 'српски',
  scripts: ['Cyrl', 'Latn'],
  direction: 'ltr',
  analysis: {
    // Either script finds the other.
    charFilters: { sr_latin: { type: 'mapping', mappings: serbianMappings } },
    filters: {
      ...acronym,
      ...stop('sr_stop', stopWords.sr),
      sr_forms: { type: 'dateline_forms', language: 'hbs', cased: true },
      sr_asked: { type: 'dateline_forms', language: 'hbs', cased: true, asked: true },
      // Vučićem, Milanovićem: the stemmer leaves endings of surnames in -ić on some.
      sr_surnames: {
        type: 'dateline_endings',
        pattern: '^(.{2,}ić)(?:a|u|em|om|i|e|ima)$',
        replacement: '$1',
      },
      ...stemmer('sr_stemmer', 'serbian'),
    },
    text: {
      charFilters: ['sr_latin'],
      tokenizer: 'standard',
      filters: ['acronym', 'sr_stop', 'sr_forms', 'lowercase', 'sr_surnames', 'sr_stemmer', 'icu_folding'],
    },
    textSearch: {
      charFilters: ['sr_latin'],
      tokenizer: 'standard',
      filters: ['acronym', 'sr_stop', 'sr_asked', 'lowercase', 'sr_surnames', 'sr_stemmer', 'icu_folding'],
    },
    exact: {
      charFilters: ['sr_latin'],
      tokenizer: 'standard',
      filters: ['lowercase', 'icu_folding', 'acronym'],
    },
  },
  dates: {
    months: months.map(both),
    weekdays: [
      'ponedeljak|ponedjeljak',
      'utorak',
      'sreda|srijeda',
      'četvrtak',
      'petak',
      'subota',
      'nedelja|nedjelja',
    ].map(both),
    order: 'dmy',
    clock: { before: both('u'), after: both('h|č|časova|sati') },
    publishedLabels: both('objavljeno|objavljen|datum objave|datum|postavljeno|vreme objave'),
    updatedLabels: both('ažurirano|poslednje ažuriranje|izmenjeno|poslednja izmena|osveženo'),
    todayLabels: both('danas je|danas'),
  },
  datelineWords: both('i|u|dopisnik'),
  creditWords: { makers: both('autor|tekst'), joining: both('i'), photo: both('foto') },
  credits: both(
    'Izvor: {agency}|Izvori: {agency}|Izvor {agency}|Autor: {agency}|Piše: {agency}|Prema pisanju {agency}|Preneto sa {agency}|({agency})|/{agency}/',
  ),
  furniture: {
    consent: both('kolačić'),
    menu: both(
      'početna|naslovna|meni|pretraga|pretraži|prijava|prijavi se|registracija|podeli|podelite|štampaj|kontakt|o nama|mapa sajta|na vrh|pretplata|oglas|marketing|komentari|sledeća|prethodna|pročitaj još|više|video|fotografije|vesti|najčitanije|impresum',
    ),
    legal: both(
      'sva prava zadržana|autorska prava|prenošenje|preuzimanje|zabranjeno je|politika privatnosti|uslovi korišćenja|ovaj sajt koristi|sajt koristi|koristimo kolačiće|glavni urednik|glavni i odgovorni urednik|odgovorni urednik|matični broj|registarski broj|pib|issn',
    ),
    related: both(
      'pročitajte još|pročitaj još|pročitajte i|pročitaj i|pogledajte još|vidi još|vidite još|povezane vesti|povezani članci|slične vesti|ostale vesti|najčitanije|najnovije|poslednje vesti|komentari|ostavite komentar|pošalji komentar|preporučujemo|podelite na|podeli na|pratite nas|zapratite nas|preuzmite aplikaciju|preuzmite našu aplikaciju|prijavite se na',
    ),
  },
  countryWords: {
    US: both('američk|sjedinjen|sad'),
    GB: both('britan|englesk'),
    DE: both('nemačk|njemačk'),
    RU: both('rusk'),
    EU: both('evropsk'),
    HU: both('mađarsk'),
  },
  titles: [
    { kinds: ['dropped', 'woman'], words: both('gospođa|gđa|gospođica') },
    { kinds: ['dropped', 'man'], words: both('gospodin|gospodina') },
  ],
  offices: {
    P: both('predsednik srbije|predsednik republike|predsednica republike|predsednika srbije'),
    PM: both('premijer|predsednik vlade|predsednica vlade'),
    FM: both('ministar spoljnih|ministra spoljnih|ministar inostranih|šef diplomatije'),
    DM: both('ministar odbrane|ministra odbrane'),
    FIN: both('ministar finansija|ministra finansija'),
    SG: both('generalni sekretar|generalnog sekretara'),
    SP: both('portparol'),
    AMB: both('ambasador'),
    SPK: both('predsednik skupštine|predsednica skupštine'),
    MP: both('poslanik'),
    MAYOR: both('gradonačelnik'),
  },
  names: {
    reservations: both('bivši|bivša|bivšeg|nekadašnji|vršilac'),
    portfolios: both('spoljnih|inostranih|odbrane|finansija|unutrašnjih'),
    links: both('za'),
    endings: splitWords(
      'a u om em e i o oj sk|i sk|og sk|om sk|im sk|a sk|e sk|oj sk|u а у ом ем е и о ој ск|и ск|ог ск|ом ск|им ск|а ск|е ск|ој ск|у',
    ),
  },
};
