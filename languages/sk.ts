import { acronym, endings, forms, stop } from './analysis-parts.ts';
import type { LanguageProfile } from './profile.ts';
import { splitPhrases, splitWords } from './split-words.ts';
import { stopWords } from './stop-words.ts';

const slovakEndings = splitWords(
  'iho imu ového ovému ovými ových ovej ovia ovou ového iami ami ach iach iam am ám om och ách ého ému ými ých ým ej ov ou ovi í ia iu ie ím a á e é i o u ú y ý',
);

/** All that the system knows about Slovak. */
export const slovak: LanguageProfile = {
  code: 'sk',
  name: 'slovenčina',
  scripts: ['Latn'],
  direction: 'ltr',
  analysis: {
    filters: {
      ...acronym,
      ...stop('sk_stop', stopWords.sk),
      ...forms('sk', { cased: true }),
      sk_asked: { type: 'dateline_forms', language: 'sk', cased: true, asked: true },
      ...endings('sk_endings', 3, slovakEndings),
    },
    text: {
      tokenizer: 'standard',
      filters: ['acronym', 'sk_stop', 'sk_forms', 'lowercase', 'sk_endings', 'icu_folding'],
    },
    textSearch: {
      tokenizer: 'standard',
      filters: ['acronym', 'sk_stop', 'sk_asked', 'lowercase', 'sk_endings', 'icu_folding'],
    },
    exact: { tokenizer: 'standard', filters: ['lowercase', 'icu_folding', 'acronym'] },
  },
  dates: {
    months: [
      ['januára', 'január', 'jan.', 'jan'],
      ['februára', 'február', 'feb.', 'feb'],
      ['marca', 'marec', 'mar.', 'mar'],
      ['apríla', 'apríl', 'apr.', 'apr'],
      ['mája', 'máj'],
      ['júna', 'jún'],
      ['júla', 'júl'],
      ['augusta', 'august', 'aug.', 'aug'],
      ['septembra', 'september', 'sept.', 'sep.', 'sep'],
      ['októbra', 'október', 'okt.', 'okt'],
      ['novembra', 'november', 'nov.', 'nov'],
      ['decembra', 'december', 'dec.', 'dec'],
    ],
    weekdays: [
      ['pondelok', 'po'],
      ['utorok', 'ut'],
      ['streda', 'st'],
      ['štvrtok', 'št'],
      ['piatok', 'pi'],
      ['sobota', 'so'],
      ['nedeľa', 'ne'],
    ],
    order: 'dmy',
    clock: { before: ['o'], after: ['h', 'hod', 'hod.'] },
    publishedLabels: ['publikované', 'zverejnené', 'vydané', 'vytvorené', 'dátum', 'vložené', 'uverejnené'],
    updatedLabels: ['aktualizované', 'aktualizácia', 'posledná aktualizácia', 'upravené', 'zmenené'],
    todayLabels: ['dnes je', 'dnes'],
  },
  datelineWords: ['a', 'v'],
  creditWords: { makers: ['aut'], joining: ['a'], photo: ['foto'] },
  credits: [
    'Zdroj: {agency}',
    'Zdroje: {agency}',
    'Zdroj {agency}',
    'Autor: {agency}',
    'Autori: {agency}',
    'Podľa {agency}',
    '({agency})',
  ],
  furniture: {
    consent: ['cookie'],
    menu: splitPhrases(
      'domov|úvod|hlavná stránka|menu|hľadať|vyhľadávanie|prihlásiť|prihlásiť sa|registrácia|zdieľať|tlač|tlačiť|vytlačiť|kontakt|o nás|mapa stránky|hore|predplatné|reklama|komentáre|ďalšie|predchádzajúce|čítať ďalej|viac|video|fotogaléria|správy|najčítanejšie|diskusia',
    ),
    legal: splitPhrases(
      'všetky práva vyhradené|copyright|autorské práva|publikovanie|šírenie|ďalšie šírenie|akékoľvek použitie|ochrana osobných údajov|podmienky používania|táto stránka používa|tento web používa|tieto stránky používajú|používame cookies|šéfredaktor|registračné číslo|evidenčné číslo|ičo|issn',
    ),
    related: splitPhrases(
      'čítajte tiež|čítajte aj|čítajte viac|prečítajte si|prečítajte si aj|súvisiace články|súvisiace|mohlo by vás zaujímať|ďalšie články|ďalšie správy|najčítanejšie|najnovšie|diskusia|komentáre|pridať komentár|pozrite si|pozri aj|odporúčame|zdieľať na|zdieľajte|sledujte nás|stiahnite si|prihláste sa',
    ),
  },
  countryWords: {
    US: ['americk', 'spojen'],
    GB: ['britsk', 'anglick'],
    DE: ['nemeck'],
    HU: ['maďarsk'],
    CZ: ['česk'],
    EU: ['európsk'],
  },
  titles: [
    { kinds: ['dropped', 'woman'], words: ['pani', 'slečna'] },
    { kinds: ['dropped', 'man'], words: ['pán', 'pána', 'pánom'] },
  ],
  offices: {
    P: ['prezident'],
    PM: ['premiér', 'predseda vlády', 'predsedníčka vlády', 'predsedu vlády'],
    DPM: ['podpredseda vlády', 'vicepremiér'],
    FM: ['minister zahraničných', 'ministra zahraničných', 'šéf diplomacie'],
    DM: ['minister obrany', 'ministra obrany'],
    FIN: ['minister financií', 'ministra financií'],
    INT: ['minister vnútra', 'ministra vnútra'],
    SG: ['generálny tajomník', 'generálneho tajomníka'],
    SP: ['hovorca', 'hovorkyňa', 'hovorcu'],
    AMB: ['veľvyslan'],
    MP: ['poslanec', 'poslankyňa', 'poslanca'],
    MAYOR: ['primátor', 'starost'],
  },
  names: {
    reservations: splitWords('bývalý bývalá bývalého dočasný poverený'),
    portfolios: splitWords('zahraničných obrany financií vnútra'),
    endings: splitWords(
      'a ovi om em e u y i ou ej ov|á ov|ej ov|ú ov|ou sk|ý sk|ého sk|ému sk|ým sk|á sk|ej sk|ú sk|ou',
    ),
  },
};
