import { acronym, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';
import { splitPhrases, splitWords } from './split-words.ts';
import { stopWords } from './stop-words.ts';

/** All that the system knows about Croatian. */
export const croatian: LanguageProfile = {
  code: 'hr',
  name: 'hrvatski',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    filters: {
      ...acronym,
      ...stop('hr_stop', stopWords.hr),
      // One table holds the forms of Croatian and Serbian.
      hr_forms: { type: 'dateline_forms', language: 'hbs', cased: true },
      hr_asked: { type: 'dateline_forms', language: 'hbs', cased: true, asked: true },
      // Elasticsearch has none for Croatian; the one for Serbian reads both ways of speech.
      // Vučićem, Milanovićem: the stemmer leaves endings of surnames in -ić on some.
      hr_surnames: {
        type: 'dateline_endings',
        pattern: '^(.{2,}ić)(?:a|u|em|om|i|e|ima)$',
        replacement: '$1',
      },
      ...stemmer('hr_stemmer', 'serbian'),
    },
    text: {
      tokenizer: 'standard',
      filters: ['acronym', 'hr_stop', 'hr_forms', 'lowercase', 'hr_surnames', 'hr_stemmer', 'icu_folding'],
    },
    textSearch: {
      tokenizer: 'standard',
      filters: ['acronym', 'hr_stop', 'hr_asked', 'lowercase', 'hr_surnames', 'hr_stemmer', 'icu_folding'],
    },
    exact: { tokenizer: 'standard', filters: ['lowercase', 'icu_folding', 'acronym'] },
  },
  dates: {
    months: [
      ['siječnja', 'siječanj', 'sij.', 'sij'],
      ['veljače', 'veljača', 'velj.', 'velj'],
      ['ožujka', 'ožujak', 'ožu.', 'ožu'],
      ['travnja', 'travanj', 'tra.', 'tra'],
      ['svibnja', 'svibanj', 'svi.', 'svi'],
      ['lipnja', 'lipanj', 'lip.', 'lip'],
      ['srpnja', 'srpanj', 'srp.', 'srp'],
      ['kolovoza', 'kolovoz', 'kol.', 'kol'],
      ['rujna', 'rujan', 'ruj.', 'ruj'],
      ['listopada', 'listopad', 'lis.', 'lis'],
      ['studenoga', 'studenog', 'studeni', 'stu.', 'stu'],
      ['prosinca', 'prosinac', 'pro.', 'pro'],
    ],
    weekdays: [
      ['ponedjeljak', 'pon.'],
      ['utorak', 'uto.'],
      ['srijeda', 'sri.'],
      ['četvrtak', 'čet.'],
      ['petak', 'pet.'],
      ['subota', 'sub.'],
      ['nedjelja', 'ned.'],
    ],
    order: 'dmy',
    clock: { before: ['u'], after: ['h', 'sati'] },
    publishedLabels: ['objavljeno', 'datum objave', 'datum', 'objava', 'kreirano', 'vrijeme objave'],
    updatedLabels: [
      'ažurirano',
      'zadnja izmjena',
      'posljednja izmjena',
      'zadnje ažuriranje',
      'osvježeno',
      'izmijenjeno',
    ],
    todayLabels: ['danas je', 'danas'],
  },
  datelineWords: ['i', 'u', 'dopisnik'],
  creditWords: { makers: ['autor', 'piše', 'tekst'], joining: ['i'], photo: ['foto', 'fotografija'] },
  credits: [
    'Izvor: {agency}',
    'Izvori: {agency}',
    'Izvor {agency}',
    'Autor: {agency}',
    'Piše: {agency}',
    'Piše {agency}',
    'Tekst: {agency}',
    '({agency})',
    '/{agency}/',
  ],
  furniture: {
    consent: ['kolačić'],
    menu: splitPhrases(
      'naslovnica|početna|izbornik|tražilica|pretraži|pretraga|prijava|prijavi se|registracija|podijeli|podijelite|ispis|ispiši|kontakt|o nama|mapa weba|povratak na vrh|na vrh|pretplata|oglas|oglašavanje|komentari|sljedeća|prethodna|pročitaj više|više|video|fotografije|vijesti|najčitanije|impressum',
    ),
    legal: splitPhrases(
      'sva prava pridržana|sva prava zadržana|sva prava su pridržana|autorska prava|copyright|zabranjeno je|prenošenje|politika privatnosti|pravila privatnosti|uvjeti korištenja|ova stranica koristi|ova web stranica|ova internetska stranica|koristimo kolačiće|glavni urednik|glavna urednica|oib|issn',
    ),
    related: splitPhrases(
      'pročitajte još|pročitaj još|pročitajte i|pročitajte više|pogledajte još|vezane vijesti|povezane vijesti|povezani članci|vezani članci|slične vijesti|ostale vijesti|najčitanije|najnovije|najnovije vijesti|komentari|komentirajte|ostavite komentar|preporučujemo|podijelite na|podijeli na|pratite nas|preuzmite aplikaciju|preuzmite našu aplikaciju|prijavite se na',
    ),
  },
  countryWords: {
    US: ['američk', 'sad'],
    GB: ['britan', 'englesk'],
    DE: ['njemačk'],
    IT: ['talijan'],
    ES: ['španjol'],
    EU: ['europsk'],
    HU: ['mađarsk'],
  },
  titles: [
    { kinds: ['dropped', 'woman'], words: ['gospođa', 'gđa', 'gospođica'] },
    { kinds: ['dropped', 'man'], words: ['gospodin', 'gospodina'] },
  ],
  offices: {
    P: ['predsjednik republike', 'predsjednica republike', 'predsjednika republike'],
    PM: ['premijer', 'predsjednik vlade', 'predsjednica vlade'],
    DPM: ['potpredsjednik vlade'],
    FM: ['ministar vanjskih', 'ministra vanjskih', 'ministrica vanjskih', 'šef diplomacije'],
    DM: ['ministar obrane', 'ministra obrane'],
    FIN: ['ministar financija', 'ministra financija'],
    SG: ['glavni tajnik', 'glavnog tajnika'],
    SP: ['glasnogovorni'],
    AMB: ['veleposlani'],
    SPK: ['predsjednik sabora', 'predsjednik hrvatskog sabora'],
    MP: ['saborski zastupnik', 'saborska zastupnica'],
    MAYOR: ['gradonačelni'],
  },
  names: {
    reservations: splitWords('bivši bivša bivšeg nekadašnji vršitelj'),
    portfolios: splitWords('vanjskih obrane financija unutarnjih'),
    links: ['za'],
    endings: splitWords('a u om em e i o oj sk|i sk|og sk|om sk|im sk|a sk|e sk|oj sk|u'),
  },
};
