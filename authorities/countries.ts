import { normalize } from '../domain/normalize.ts';
import { remembered } from '../domain/remembered.ts';
import { languages } from '../languages/index.ts';

/** Codes that `Intl` names although they are not countries: unions, groups, private and reserved ones. */
const noCountries = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'IC',
  'TA',
]);

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const namesIn = (language: string, style: 'long' | 'short'): Intl.DisplayNames =>
  displayNames(`${language} ${style}`);

/** Creating one takes longer than looking up hundreds of names in it. */
const displayNames = remembered((key) => {
  const [language = 'en', style] = key.split(' ');
  return new Intl.DisplayNames([language], {
    type: 'region',
    style: style === 'short' ? 'short' : 'long',
    fallback: 'none',
  });
});

const inEnglish = namesIn('en', 'long');

/** Current ISO 3166 codes of countries and territories; an old code means the same as its successor. */
const countryCodes: readonly string[] = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => !noCountries.has(code) && inEnglish.of(code) !== undefined)
  .filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`);

const known: ReadonlySet<string> = new Set(countryCodes);

export const isCountry = (code: string): boolean => known.has(code);

/** Names in addition to those of the Unicode CLDR, which `Intl` knows. The English ones are those that wires print. */
const others: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    US: ['United States of America', 'USA', 'U.S.', 'U.S.A.'],
    GB: ['Great Britain', 'Britain', 'U.K.'],
    TR: ['Turkey'],
    CZ: ['Czech Republic'],
    MM: ['Burma'],
    HK: ['Hong Kong'],
    MO: ['Macao', 'Macau'],
    CD: ['Democratic Republic of the Congo', 'Democratic Republic of Congo', 'DR Congo', 'DRC'],
    CG: ['Republic of the Congo', 'Republic of Congo'],
    CI: ['Ivory Coast', 'Cote d’Ivoire', "Cote d'Ivoire"],
    PS: ['Palestine', 'State of Palestine'],
    BA: ['Bosnia and Herzegovina', 'Bosnia'],
    AE: ['UAE'],
    MK: ['Macedonia'],
    KP: ['DPRK', "Democratic People's Republic of Korea", 'Democratic People’s Republic of Korea'],
    KR: ['Republic of Korea', 'ROK'],
    CN: ["People's Republic of China", 'People’s Republic of China', 'PRC'],
    RU: ['Russian Federation'],
    SZ: ['Swaziland'],
    CV: ['Cabo Verde'],
    VA: ['Holy See'],
  },
  de: { US: ['Vereinigte Staaten', 'USA'], GB: ['Großbritannien'], BY: ['Weißrussland'] },
  fr: { US: ['États-Unis', 'Etats-Unis'], GB: ['Grande-Bretagne', 'Irlande du Nord'], CD: ['RDC'] },
  es: { US: ['EE. UU.', 'EE.UU.', 'EEUU'], GB: ['Gran Bretaña', 'Irlanda del Norte'] },
  pt: { US: ['EUA'], GB: ['Grã-Bretanha', 'Irlanda do Norte'] },
  it: { US: ['Usa', 'USA'], GB: ['Gran Bretagna', 'Irlanda del Nord'] },
  ru: {
    US: ['США'],
    GB: ['Британия'],
    RU: ['РФ', 'Российская Федерация'],
    KP: ['КНДР'],
    CN: ['КНР'],
    AE: ['ОАЭ'],
    BY: ['Белоруссия'],
  },
  uk: { US: ['США'], GB: ['Британія'], KP: ['КНДР'], CN: ['КНР'], AE: ['ОАЕ'] },
  zh: {
    CN: ['内蒙古', '內蒙古'],
    HK: ['香港'],
    MO: ['澳门', '澳門'],
    KP: ['朝鲜', '朝鮮'],
    PS: ['巴勒斯坦'],
    AE: ['阿联酋', '阿聯酋'],
  },
  ja: { US: ['米国'], GB: ['英国'], HK: ['香港'], KR: ['韓国'] },
  ko: { GB: ['영국'], HK: ['홍콩'], KP: ['북한'] },
  ar: { AE: ['الإمارات'], GB: ['بريطانيا'], US: ['أمريكا'] },
  tr: { US: ['ABD'], GB: ['Birleşik Krallık', 'İngiltere'] },
  pl: { US: ['USA'] },
};

/** Notes in brackets are other names, or the country that a territory belongs to: `Myanmar (Burma)`, `Outlying Islands (USA)`. */
const partsOf = (name: string): readonly string[] => [
  name
    .replace(/[\u200e\u200f]/g, '')
    .replace(/\s*[(（][^()（）]*[)）]/gu, '')
    .trim(),
];

/** Names of the countries in a language, by code, the usual one first. */
export const countryNames = (language: string): ReadonlyMap<string, readonly string[]> => {
  const tags = language === 'zh' ? ['zh-Hans', 'zh-Hant'] : [language];
  return new Map(
    countryCodes.map((code) => {
      const names = tags.flatMap((tag) => [namesIn(tag, 'long').of(code), namesIn(tag, 'short').of(code)]);
      const all = names.filter((name) => name !== undefined).flatMap(partsOf);
      return [code, [...new Set([...all, ...(others[language]?.[code] ?? [])])]];
    }),
  );
};

/** A country's name in a reader's language; the code if no name is known. */
export const countryLabel = (code: string, language: string): string =>
  isCountry(code)
    ? (namesIn(language, 'long')
        .of(code)
        ?.replace(/[\u200e\u200f]/g, '') ?? code)
    : code;

let byName: ReadonlyMap<string, string> | null = null;

/** The country for a name in any of our languages, in any letter case, or for a code. */
export const findCountry = (name: string): string | null => {
  if (isCountry(name.toUpperCase())) return name.toUpperCase();
  byName ??= new Map(
    languages.flatMap(({ code }) =>
      code === 'und'
        ? []
        : [...countryNames(code)].flatMap(([id, names]) =>
            names.map((one): [string, string] => [fold(one), id]),
          ),
    ),
  );
  return byName.get(fold(name)) ?? null;
};

const fold = (name: string): string => normalize(name, 'NFKC').trim().toLowerCase();
