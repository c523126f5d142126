import { acronym, elision, forms, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';
import { splitPhrases, splitWords } from './split-words.ts';
import { stopWords } from './stop-words.ts';

/** All that the system knows about Catalan. */
export const catalan: LanguageProfile = {
  code: 'ca',
  name: 'català',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    // col·legi, coŀlegi, and collegi as typed.
    charFilters: {
      ca_dots: { type: 'mapping', mappings: ['l·l => ll', 'L·L => LL', 'ŀl => ll', 'l•l => ll'] },
    },
    filters: {
      ...acronym,
      ...elision('ca_elision', ['d', 'l', 'm', 'n', 's', 't']),
      ...stop('ca_stop', stopWords.ca),
      ...forms('ca'),
      ...stemmer('ca_stemmer', 'catalan'),
    },
    text: {
      charFilters: ['ca_dots'],
      tokenizer: 'standard',
      first: ['ca_elision'],
      filters: ['lowercase', 'acronym', 'ca_stop', 'ca_forms', 'ca_stemmer', 'icu_folding'],
    },
    exact: {
      charFilters: ['ca_dots'],
      tokenizer: 'standard',
      first: ['ca_elision'],
      filters: ['lowercase', 'icu_folding', 'acronym'],
    },
  },
  dates: {
    months: [
      ['gener', 'gen.', 'gen'],
      ['febrer', 'febr.', 'feb.', 'febr'],
      ['març'],
      ['abril', 'abr.', 'abr'],
      ['maig'],
      ['juny'],
      ['juliol', 'jul.', 'jul'],
      ['agost', 'ag.', 'ago.'],
      ['setembre', 'set.', 'set'],
      ['octubre', 'oct.', 'oct'],
      ['novembre', 'nov.', 'nov'],
      ['desembre', 'des.', 'des'],
    ],
    weekdays: [
      ['dilluns', 'dl.'],
      ['dimarts', 'dt.'],
      ['dimecres', 'dc.'],
      ['dijous', 'dj.'],
      ['divendres', 'dv.'],
      ['dissabte', 'ds.'],
      ['diumenge', 'dg.'],
    ],
    order: 'dmy',
    beforeMonth: ['de ', 'd’', "d'"],
    clock: { before: ['a les', 'a la'], after: ['h', 'hores'] },
    publishedLabels: ['publicat', 'publicada', 'publicat el', 'data de publicació', 'creat', 'data'],
    updatedLabels: [
      'actualitzat',
      'actualitzada',
      'actualitzat el',
      'última actualització',
      'darrera actualització',
      'modificat',
    ],
    todayLabels: ['avui és', 'avui'],
  },
  datelineWords: ['i', 'a', 'corresponsal'],
  creditWords: { makers: ['redacció', 'text'], joining: ['i', 'amb'], photo: ['foto', 'imatge'] },
  credits: [
    'Font: {agency}',
    'Fonts: {agency}',
    'Redacció: {agency}',
    'Text: {agency}',
    'Autor: {agency}',
    'Amb informació de {agency}',
    'Segons {agency}',
    '({agency})',
    '/{agency}/',
  ],
  furniture: {
    consent: ['galetes', 'cookie'],
    menu: splitPhrases(
      'inici|portada|menú|cerca|cercar|cercador|inicia sessió|entra|registra’t|comparteix|compartir|imprimeix|imprimir|contacte|contacta|qui som|mapa web|a dalt|subscriu-t’hi|subscriu-te|publicitat|comentaris|següent|anterior|llegeix més|més|vídeo|vídeos|fotos|notícies|butlletí|més llegides',
    ),
    legal: splitPhrases(
      'tots els drets reservats|drets d’autor|copyright|queda prohibida|prohibida la reproducció|avís legal|política de privacitat|política de galetes|condicions d’ús|aquest lloc web|aquesta web|aquest web|utilitzem galetes|fem servir galetes|dipòsit legal|issn',
    ),
    related: splitPhrases(
      'llegiu també|llegeix també|llegiu més|llegeix més|vegeu també|notícies relacionades|articles relacionats|relacionats|més sobre|més notícies|altres notícies|més llegides|el més llegit|últimes notícies|darreres notícies|comentaris|deixa un comentari|et recomanem|et pot interessar|comparteix a|comparteix-ho|segueix-nos|seguiu-nos|descarrega|descarrega’t|subscriu-te a',
    ),
  },
  countryWords: {
    US: ['nord-americ', 'estatunidenc', 'eua'],
    GB: ['britàni', 'anglès', 'anglesa'],
    DE: ['alemany'],
    ES: ['espany'],
    EU: ['europe', 'ue'],
  },
  titles: [
    { kinds: ['dropped', 'woman'], words: ['senyora', 'sra'] },
    { kinds: ['dropped', 'man'], words: ['senyor', 'sr'] },
  ],
  offices: {
    P: ['president', 'presidenta'],
    PM: ['primer ministre', 'primera ministra', 'president del govern'],
    FM: ['ministre d’afers exteriors', 'ministre d’exteriors', 'ministra d’exteriors'],
    DM: ['ministre de defensa', 'ministra de defensa'],
    FIN: ['ministre d’hisenda', 'ministra d’hisenda', 'ministre de finances'],
    INT: ['ministre de l’interior', 'ministra de l’interior'],
    JUS: ['ministre de justícia', 'ministra de justícia'],
    SG: ['secretari general', 'secretària general'],
    SP: ['portaveu'],
    AMB: ['ambaixador'],
    MP: ['diputat', 'diputada'],
    MAYOR: ['alcalde', 'alcaldessa'],
  },
  names: {
    reservations: splitWords('exministre expresident antic antiga anterior'),
    portfolios: splitWords('exteriors defensa hisenda interior justícia'),
    links: splitWords('de del d’ l’'),
    doubleSurnames: true,
  },
};
