import { join } from 'node:path';
import { normalize } from '../../domain/normalize.ts';
import { countryLabel, countryNames, findCountry, isCountry } from '../countries.ts';
import { labelIn, parseNames, readTable } from '../table.ts';
import { formsOf } from './forms.ts';
import { type FoundName, nothing, openScanner, type Scanner, type Taken } from './scan.ts';

/** Countries, capitals, large cities and international bodies that texts name. */
export interface MentionedAuthority {
  /**
   * What a text names, in order: `CN`, `beijing`, `org:un`.
   *
   * @param taken  ranges that already mean something else
   */
  readonly findAll: (text: string, language: string, taken?: readonly Taken[]) => readonly FoundName[];
  readonly findByName: (name: string) => string[];
  readonly label: (id: string, language: string) => string;
}

/** The part of the places authority that is used here; importing its types would make a cycle. */
interface Cities {
  get(id: string): unknown;
  label(id: string, language: string): string;
  findByName(name: string): readonly string[];
  all(): readonly {
    readonly id: string;
    readonly kind: string;
    readonly names: ReadonlyMap<string, readonly string[]>;
  }[];
}

/** Places are listed with the largest first; only this many are used. */
const MOST_CITIES = 400;

/** Names that usually mean something else: another name, or a word of the language. */
const ambiguous: ReadonlySet<string> = new Set(
  `Georgia Jordan Chad Jersey Guernsey Male Nice Split Mobile Victoria Kingston Hamilton Stanley Santiago Valencia Leon
  León Cali Salvador Fes Fez Man Van Bari Bern Este Para Sucre Roma Luanda Natal Aden Quito Sale Salé Batman Suez Bandar
  Same Hue Huê Vinh Son Most Aba Ho Ife Oran Ede Den Reunión Reunion Granada Grenade Dominique Camarões Mali Benin
  Rom Alger Áo Того Чад Перу Сана Вали Ром Питер Виктория Верный ديلي مشهد 수단 Боку Хохот Кали Тане Дели مالي المدينة مكاو چک غنا مالی مالت دلی
  کانو پونه کیف پرت رم کوبه قیصری دوشنبه نوک الجزیره בנין קניה פרו גדה בורסה דפוק אקרא אדנה מכה בלם אגרה שלם ציון מסרו
  דוחה אפיה काली खुलना दिली कानो डकार मक्का 自由 지난`.split(/\s+/),
);

/** Names that contain the name of a country but mean something else: the region Chūgoku, after which companies are named. */
const others: Readonly<Record<string, readonly string[]>> = { ja: ['中国新聞', '中国地方', '中国電力'] };

/** Korean names of cities with two syllables are often also ordinary words. */
const isClear = (name: string, language: string): boolean => language !== 'ko' || name.length > 2;

const file = 'bodies.tsv';

export const loadMentioned = (places: Cities): MentionedAuthority => {
  const bodies = new Map(
    readTable(join(import.meta.dirname, file)).map(({ id = '', names = '' }) => [
      id,
      parseNames(names, `${file}, ${id}`),
    ]),
  );
  const cities = places
    .all()
    .filter(({ kind }, at) => kind === 'capital' || (kind === 'city' && at < MOST_CITIES));
  const cityIds = new Set(cities.map(({ id }) => id));
  const isCity = (id: string): boolean => cityIds.has(id);
  const namesIn = (language: string): ReadonlyMap<string, string> => {
    const known = new Map<string, string>();
    const record = (id: string, names: readonly string[]): void => {
      for (const name of names)
        if (name.length >= 2 && !ambiguous.has(name))
          for (const form of formsOf(name, language)) if (!known.has(form)) known.set(form, id);
    };
    record(nothing, others[language] ?? []);
    for (const [id, names] of countryNames(language)) record(id, names);
    for (const [id, names] of bodies) record(id, names.get(language) ?? []);
    for (const { id, kind, names } of cities) {
      const own = names.get(language) ?? [];
      record(id, kind === 'capital' ? own : own.filter((name) => isClear(name, language)));
    }
    return known;
  };
  const scanners = new Map<string, Scanner>();
  const scannerOf = (language: string): Scanner => {
    const scanner = scanners.get(language) ?? openScanner(language, namesIn(language));
    scanners.set(language, scanner);
    return scanner;
  };
  const byName = new Map<string, string>();
  for (const [id, names] of bodies)
    for (const one of [...names.values()].flat()) if (!byName.has(fold(one))) byName.set(fold(one), id);
  return {
    findAll: (text, language, taken = []) => (language === 'und' ? [] : scannerOf(language)(text, taken)),
    findByName: (name) => {
      const body = bodies.has(name) ? name : byName.get(fold(name));
      const country = findCountry(name);
      const city = places.get(name) ? name : places.findByName(name).find((id) => isCity(id));
      return [body, country, city].filter((id) => typeof id === 'string').slice(0, 1);
    },
    label: (id, language) => {
      const body = bodies.get(id);
      if (body) return labelIn(body, language) ?? id;
      return isCountry(id) ? countryLabel(id, language) : places.label(id, language);
    },
  };
};

const fold = (name: string): string => normalize(name, 'NFKC').trim().toLowerCase();
