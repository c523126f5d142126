import { acronym, foldingExcept, forms, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';
import { splitPhrases, splitWords } from './split-words.ts';
import { stopWords } from './stop-words.ts';

/** All that the system knows about Norwegian, Bokmål (`nb`) and Nynorsk (`nn`) alike. */
export const norwegian: LanguageProfile = {
  code: 'no',
  name: 'norsk',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    digraphs: 'words',
    filters: {
      ...acronym,
      // Æ, ø and å are letters of their own.
      no_plain: { type: 'asciifolding', preserve_original: true },
      ...foldingExcept('no_folding', 'æøåÆØÅ'),
      ...stop('no_stop', stopWords.no),
      ...forms('no'),
      ...stemmer('no_stemmer', 'norwegian'),
    },
    text: {
      tokenizer: 'standard',
      filters: ['lowercase', 'acronym', 'no_stop', 'no_forms', 'no_folding', 'no_stemmer'],
    },
    exact: { tokenizer: 'standard', filters: ['lowercase', 'no_folding', 'acronym', 'no_plain'] },
    exactSearch: { tokenizer: 'standard', filters: ['lowercase', 'no_folding', 'acronym'] },
  },
  dates: {
    months: [
      ['januar', 'jan.', 'jan'],
      ['februar', 'feb.', 'feb'],
      ['mars', 'mar.', 'mar'],
      ['april', 'apr.', 'apr'],
      ['mai'],
      ['juni', 'jun.', 'jun'],
      ['juli', 'jul.', 'jul'],
      ['august', 'aug.', 'aug'],
      ['september', 'sept.', 'sep.', 'sep'],
      ['oktober', 'okt.', 'okt'],
      ['november', 'nov.', 'nov'],
      ['desember', 'des.', 'des'],
    ],
    weekdays: [
      ['mandag', 'måndag', 'man.'],
      ['tirsdag', 'tysdag', 'tirs.'],
      ['onsdag', 'ons.'],
      ['torsdag', 'tors.'],
      ['fredag', 'fre.'],
      ['lørdag', 'laurdag', 'lør.'],
      ['søndag', 'sundag', 'søn.'],
    ],
    order: 'dmy',
    clock: { before: ['kl', 'kl.', 'klokken', 'klokka'] },
    publishedLabels: ['publisert', 'utgitt', 'lagt ut', 'opprettet', 'dato', 'først publisert'],
    updatedLabels: ['oppdatert', 'sist oppdatert', 'sist endret', 'endret', 'endra'],
    todayLabels: ['i dag er det', 'i dag'],
  },
  datelineWords: ['og', 'i'],
  creditWords: { makers: ['tekst'], writers: ['tekst'], joining: ['og'], photo: ['foto', 'bilde'] },
  credits: [
    'Kilde: {agency}',
    'Kilder: {agency}',
    'Kjelde: {agency}',
    'Kilde {agency}',
    'Av {agency}',
    'Tekst: {agency}',
    '(©{agency})',
    '({agency})',
  ],
  furniture: {
    consent: ['cookie', 'informasjonskapsler', 'informasjonskapslar'],
    menu: splitPhrases(
      'forside|forsiden|meny|søk|logg inn|registrer deg|del|skriv ut|kontakt|kontakt oss|om oss|til toppen|abonner|annonse|kommentarer|neste|forrige|les mer|les meir|video|bilder|nyheter|nyhetsbrev|mest lest',
    ),
    legal: splitPhrases(
      'alle rettigheter|copyright|opphavsrett|kopiering|ettertrykk|personvern|personvernerklæring|vi bruker informasjonskapsler|vi bruker cookies|denne nettsiden|dette nettstedet|ansvarlig redaktør|ansvarleg redaktør|organisasjonsnummer|org.nr|issn',
    ),
    related: splitPhrases(
      'les også|les òg|les mer|les meir|se også|relaterte artikler|relaterte saker|relatert|mer om|flere nyheter|mest lest|siste nytt|siste nyheter|kommentarer|kommenter|skriv en kommentar|anbefalt|del artikkelen|del på|følg oss|last ned appen|last ned vår app|skann koden|meld deg på',
    ),
  },
  countryWords: { US: ['amerikansk'], GB: ['britisk', 'engelsk'], NL: ['nederlandsk'], EU: ['europeisk'] },
  titles: [
    { kinds: ['dropped', 'woman'], words: ['fru', 'frk'] },
    { kinds: ['dropped', 'man'], words: ['herr', 'hr'] },
  ],
  offices: {
    PM: ['statsminister', 'regjeringssjef'],
    FM: ['utenriksminister', 'utanriksminister'],
    DM: ['forsvarsminister'],
    FIN: ['finansminister'],
    JUS: ['justisminister'],
    SG: ['generalsekretær'],
    SP: ['talsmann', 'talskvinne', 'talsperson'],
    AMB: ['ambassadør'],
    SPK: ['stortingspresident'],
    MAYOR: ['ordfører', 'ordførar'],
    K: ['kongen', 'dronning'],
  },
  names: {
    reservations: splitWords('tidligere fungerende avgående påtroppende tidlegare'),
    endings: ['s'],
  },
};
