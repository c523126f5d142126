import { acronym, foldingExcept, forms, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';
import { splitPhrases, splitWords } from './split-words.ts';
import { stopWords } from './stop-words.ts';

/** All that the system knows about Danish. */
export const danish: LanguageProfile = {
  code: 'da',
  name: 'dansk',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    // Århus and Aarhus, første and foerste.
    digraphs: 'words',
    filters: {
      ...acronym,
      // Æ, ø and å are letters of their own.
      da_plain: { type: 'asciifolding', preserve_original: true },
      ...foldingExcept('da_folding', 'æøåÆØÅ'),
      ...stop('da_stop', stopWords.da),
      ...forms('da'),
      ...stemmer('da_stemmer', 'danish'),
    },
    text: {
      tokenizer: 'standard',
      filters: ['lowercase', 'acronym', 'da_stop', 'da_forms', 'da_folding', 'da_stemmer'],
    },
    // A word typed without its diacritics is found too.
    exact: { tokenizer: 'standard', filters: ['lowercase', 'da_folding', 'acronym', 'da_plain'] },
    exactSearch: { tokenizer: 'standard', filters: ['lowercase', 'da_folding', 'acronym'] },
  },
  dates: {
    months: [
      ['januar', 'jan.', 'jan'],
      ['februar', 'feb.', 'feb'],
      ['marts', 'mar.', 'mar'],
      ['april', 'apr.', 'apr'],
      ['maj'],
      ['juni', 'jun.', 'jun'],
      ['juli', 'jul.', 'jul'],
      ['august', 'aug.', 'aug'],
      ['september', 'sept.', 'sep.', 'sep'],
      ['oktober', 'okt.', 'okt'],
      ['november', 'nov.', 'nov'],
      ['december', 'dec.', 'dec'],
    ],
    weekdays: [
      ['mandag', 'man.'],
      ['tirsdag', 'tirs.'],
      ['onsdag', 'ons.'],
      ['torsdag', 'tors.'],
      ['fredag', 'fre.'],
      ['lørdag', 'lør.'],
      ['søndag', 'søn.'],
    ],
    order: 'dmy',
    clock: { before: ['kl', 'kl.', 'klokken'] },
    publishedLabels: ['offentliggjort', 'publiceret', 'udgivet', 'oprettet', 'dato'],
    updatedLabels: ['opdateret', 'sidst opdateret', 'senest opdateret', 'ændret', 'rettet'],
    todayLabels: ['i dag er det', 'i dag', 'dags dato'],
  },
  datelineWords: ['og', 'i'],
  creditWords: { makers: ['tekst'], writers: ['tekst'], joining: ['og'], photo: ['foto', 'billede'] },
  credits: [
    'Kilde: {agency}',
    'Kilder: {agency}',
    'Kilde {agency}',
    'Af {agency}',
    'Tekst: {agency}',
    '/{agency}/',
    '({agency})',
  ],
  furniture: {
    consent: ['cookie'],
    menu: splitPhrases(
      'forside|menu|søg|log ind|log på|opret bruger|del|udskriv|kontakt|kontakt os|om os|til toppen|abonner|annonce|kommentarer|næste|forrige|læs mere|video|billeder|nyheder|nyhedsbrev|mest læste',
    ),
    legal: splitPhrases(
      'alle rettigheder|copyright|ophavsret|kopiering|eftertryk|privatlivspolitik|persondatapolitik|cookiepolitik|vi bruger cookies|denne hjemmeside|dette website|ansvarshavende chefredaktør|ansvarshavende redaktør|cvr|cvr-nr|issn',
    ),
    related: splitPhrases(
      'læs også|læs mere|se også|relaterede artikler|relateret|mere om|flere nyheder|mest læste|seneste nyt|seneste nyheder|kommentarer|skriv en kommentar|anbefalet|del artiklen|del på|følg os|hent appen|hent vores app|scan koden|tilmeld dig',
    ),
  },
  countryWords: { US: ['amerikansk'], GB: ['britisk', 'engelsk'], NL: ['hollandsk'], EU: ['europæisk'] },
  titles: [
    { kinds: ['dropped', 'woman'], words: ['fru', 'frk'] },
    { kinds: ['dropped', 'man'], words: ['hr', 'herr'] },
  ],
  offices: {
    PM: ['statsminister', 'regeringschef'],
    FM: ['udenrigsminister'],
    DM: ['forsvarsminister'],
    FIN: ['finansminister'],
    INT: ['indenrigsminister'],
    JUS: ['justitsminister'],
    SG: ['generalsekretær'],
    SP: ['talsmand', 'talskvinde', 'talsperson'],
    AMB: ['ambassadør'],
    MAYOR: ['borgmester', 'overborgmester'],
    K: ['kongen', 'dronning'],
  },
  names: {
    reservations: splitWords('tidligere fungerende afgående kommende'),
    endings: ['s'],
  },
};
