import { acronym, forms, stemmer, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';
import { splitPhrases, splitWords } from './split-words.ts';
import { stopWords } from './stop-words.ts';

/** A month with the endings that dates take: `decemberben`, `decemberi`. */
const month = (name: string, ...short: readonly string[]): readonly string[] => [name, `${name}i`, ...short];

/** All that the system knows about Hungarian. */
export const hungarian: LanguageProfile = {
  code: 'hu',
  name: 'magyar',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    filters: {
      ...acronym,
      ...stop('hu_stop', stopWords.hu),
      ...forms('hu'),
      ...stemmer('hu_stemmer', 'hungarian'),
    },
    text: {
      tokenizer: 'standard',
      filters: ['lowercase', 'acronym', 'hu_stop', 'hu_forms', 'hu_stemmer', 'icu_folding'],
    },
    exact: { tokenizer: 'standard', filters: ['lowercase', 'icu_folding', 'acronym'] },
  },
  dates: {
    months: [
      month('január', 'jan.', 'jan'),
      month('február', 'febr.', 'feb.', 'febr', 'feb'),
      month('március', 'márc.', 'márc'),
      month('április', 'ápr.', 'ápr'),
      month('május', 'máj.', 'máj'),
      month('június', 'jún.', 'jún'),
      month('július', 'júl.', 'júl'),
      month('augusztus', 'aug.', 'aug'),
      month('szeptember', 'szept.', 'szep.', 'szept'),
      month('október', 'okt.', 'okt'),
      month('november', 'nov.', 'nov'),
      month('december', 'dec.', 'dec'),
    ],
    weekdays: [
      ['hétfő', 'hétfőn'],
      ['kedd', 'kedden'],
      ['szerda', 'szerdán'],
      ['csütörtök', 'csütörtökön'],
      ['péntek', 'pénteken'],
      ['szombat', 'szombaton'],
      ['vasárnap'],
    ],
    order: 'ymd',
    clock: { after: ['óra', 'órakor'] },
    publishedLabels: [
      'megjelent',
      'közzétéve',
      'publikálva',
      'létrehozva',
      'megjelenés',
      'dátum',
      'feltöltve',
    ],
    updatedLabels: ['frissítve', 'utolsó frissítés', 'módosítva', 'utoljára módosítva', 'frissült'],
    todayLabels: ['ma', 'mai dátum'],
  },
  datelineWords: ['és', 'a', 'az'],
  creditWords: { makers: ['írta', 'szerző'], joining: ['és', 'valamint'], photo: ['fotó'] },
  credits: [
    'Forrás: {agency}',
    'Források: {agency}',
    'Forrás {agency}',
    'Szerző: {agency}',
    'Írta: {agency}',
    '({agency})',
    '/{agency}/',
  ],
  furniture: {
    consent: ['cookie', 'sütik', 'sütiket'],
    menu: splitPhrases(
      'főoldal|kezdőlap|címlap|menü|keresés|belépés|bejelentkezés|regisztráció|megosztás|nyomtatás|kapcsolat|impresszum|rólunk|oldaltérkép|vissza a tetejére|előfizetés|hirdetés|hozzászólások|következő|előző|tovább|bővebben|videó|képek|hírek|hírlevél|legolvasottabb',
    ),
    legal: splitPhrases(
      'minden jog fenntartva|copyright|szerzői jog|szerzői jogok|adatvédelem|adatvédelmi|adatkezelési tájékoztató|felhasználási feltételek|sütiket használunk|ez a weboldal|a weboldal|felelős szerkesztő|felelős kiadó|főszerkesztő|nyilvántartási szám|adószám|cégjegyzékszám|issn',
    ),
    related: splitPhrases(
      'olvassa el|olvasd el|kapcsolódó cikkek|kapcsolódó|kapcsolódó hírek|további hírek|további cikkek|lásd még|ajánljuk|ajánlott|legolvasottabb|legfrissebb|friss hírek|hozzászólások|szóljon hozzá|kommentek|ossza meg|oszd meg|kövessen minket|kövess minket|töltse le|töltsd le|iratkozzon fel|iratkozz fel',
    ),
  },
  countryWords: {
    US: ['amerika', 'egyesült állam'],
    GB: ['brit', 'angol'],
    DE: ['német'],
    PL: ['lengyel'],
    IT: ['olasz'],
    RO: ['román'],
    UA: ['ukrán'],
    EU: ['európa', 'uniós'],
  },
  offices: {
    P: ['köztársasági elnök', 'államfő'],
    PM: ['miniszterelnök', 'kormányfő'],
    DPM: ['miniszterelnök-helyettes'],
    FM: ['külügyminiszter'],
    DM: ['honvédelmi miniszter', 'védelmi miniszter'],
    FIN: ['pénzügyminiszter'],
    INT: ['belügyminiszter'],
    JUS: ['igazságügyi miniszter'],
    SG: ['főtitkár'],
    SP: ['szóvivő'],
    AMB: ['nagykövet'],
    MP: ['országgyűlési képviselő'],
    MAYOR: ['polgármester', 'főpolgármester'],
  },
  names: {
    reservations: splitWords('volt korábbi ügyvezető leköszönő megbízott egykori'),
    portfolios: splitWords('külügyi belügyi pénzügyi honvédelmi'),
    endings: splitWords(
      't ot at et öt nak nek val vel nal nel ral rel ban ben ba be ból ből ról ről tól től hoz hez höz on en ön n ra re ig ért é nál nél ék éknak ként',
    ),
  },
};
