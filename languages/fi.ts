import { acronym, foldingExcept, forms, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';
import { splitPhrases, splitWords } from './split-words.ts';
import { stopWords } from './stop-words.ts';

/** The stem of a month takes these endings in dates and labels: `joulukuuta`, `joulukuun`. */
const month = (stem: string): readonly string[] => [
  ...['ta', 'n', '', 'ssa', 'lla'].map((ending) => `${stem}kuu${ending}`),
  stem,
];

/** All that the system knows about Finnish. */
export const finnish: LanguageProfile = {
  code: 'fi',
  name: 'suomi',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    filters: {
      ...acronym,
      // Ä, ö and å are letters of their own.
      fi_plain: { type: 'asciifolding', preserve_original: true },
      ...foldingExcept('fi_folding', 'äöåÄÖÅ'),
      ...stop('fi_stop', stopWords.fi),
      ...forms('fi'),
      ...stemmer('fi_stemmer', 'finnish'),
    },
    text: {
      tokenizer: 'standard',
      filters: ['lowercase', 'acronym', 'fi_stop', 'fi_forms', 'fi_folding', 'fi_stemmer'],
    },
    exact: { tokenizer: 'standard', filters: ['lowercase', 'fi_folding', 'acronym', 'fi_plain'] },
    exactSearch: { tokenizer: 'standard', filters: ['lowercase', 'fi_folding', 'acronym'] },
  },
  dates: {
    months: splitWords('tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu').map(month),
    weekdays: [
      ['maanantai', 'maanantaina', 'ma'],
      ['tiistai', 'tiistaina', 'ti'],
      ['keskiviikko', 'keskiviikkona', 'ke'],
      ['torstai', 'torstaina', 'to'],
      ['perjantai', 'perjantaina', 'pe'],
      ['lauantai', 'lauantaina', 'la'],
      ['sunnuntai', 'sunnuntaina', 'su'],
    ],
    order: 'dmy',
    clock: { before: ['klo', 'kello'] },
    publishedLabels: ['julkaistu', 'julkaisuaika', 'julkaisupäivä', 'luotu', 'lisätty', 'päiväys'],
    updatedLabels: ['päivitetty', 'viimeksi päivitetty', 'muokattu', 'muutettu', 'korjattu'],
    todayLabels: ['tänään on', 'tänään'],
  },
  datelineWords: ['ja'],
  creditWords: { makers: ['teksti'], writers: ['teksti'], joining: ['ja', 'sekä'], photo: ['kuva'] },
  credits: ['Lähde: {agency}', 'Lähteet: {agency}', 'Lähde {agency}', 'Teksti: {agency}', '({agency})'],
  furniture: {
    consent: ['eväste', 'evästeitä', 'cookie'],
    menu: splitPhrases(
      'etusivu|valikko|haku|hae|kirjaudu|kirjaudu sisään|rekisteröidy|jaa|tulosta|yhteystiedot|ota yhteyttä|tietoa meistä|sivun alkuun|tilaa|mainos|kommentit|seuraava|edellinen|lue lisää|video|kuvat|uutiset|uutiskirje|luetuimmat',
    ),
    legal: splitPhrases(
      'kaikki oikeudet|copyright|tekijänoikeu|tekijänoikeus|tekijänoikeudet|kopiointi|tietosuoja|tietosuojaseloste|rekisteriseloste|käyttöehdot|käytämme evästeitä|tämä sivusto|vastaava päätoimittaja|päätoimittaja|y-tunnus|issn',
    ),
    related: splitPhrases(
      'lue myös|lue lisää|katso myös|aiheesta lisää|lisää aiheesta|lisää uutisia|muita uutisia|luetuimmat|uusimmat|tuoreimmat|kommentit|kommentoi|suosittelemme|jaa artikkeli|jaa juttu|seuraa meitä|lataa sovellus|skannaa koodi|tilaa uutiskirje',
    ),
  },
  countryWords: {
    US: ['yhdysval', 'amerikka'],
    GB: ['britan', 'britti', 'englan'],
    RU: ['venäjä', 'venälä'],
    SE: ['ruots'],
    DE: ['saks'],
    FR: ['ransk'],
    CN: ['kiin'],
    EU: ['euroop', 'eu:n'],
  },
  titles: [
    { kinds: ['dropped', 'woman'], words: ['rouva', 'neiti'] },
    { kinds: ['dropped', 'man'], words: ['herra'] },
  ],
  offices: {
    P: ['presiden'],
    PM: ['pääminister'],
    FM: ['ulkominister'],
    DM: ['puolustusminister'],
    FIN: ['valtiovarainminister'],
    INT: ['sisäminister'],
    JUS: ['oikeusminister'],
    SG: ['pääsihteeri'],
    SP: ['tiedottaja', 'puhemiehen'],
    AMB: ['suurlähettilä'],
    SPK: ['puhemies', 'puhemiehe'],
    MP: ['kansanedustaja'],
    MAYOR: ['pormestari', 'kaupunginjohtaja'],
  },
  names: {
    reservations: splitWords('entinen entisen entistä väistyvä tuleva virkaa'),
    // `nen` and `sen`: Virtanen, Virtasen, Virtaselle.
    endings: splitWords(
      'n a ä in en an än on ssa ssä sta stä lla llä lle lta ltä ksi na nä nen sen sta selle sella sellä selta seltä sesta sestä sessa sessä iin eja eiden',
    ).filter((ending, at, all) => all.indexOf(ending) === at),
  },
};
