import { nameTokens } from './matching/normalize-name.ts';
import type { PersonName } from './record.ts';

/** Countries where the surname comes first, in Latin letters too. */
const surnameFirst = new Set(['CN', 'TW', 'HK', 'MO', 'KP', 'KR', 'VN', 'KH']);
/** Languages that put the surname of their own people first, whatever the alphabet. */
const surnameFirstLanguages = new Set(['zh', 'ko', 'ja', 'hu', 'vi']);
const particles = new Set(
  'al el bin ben ibn abu de da do dos das di del della der den van von la le du af av zu zum zur ter ten'.split(
    ' ',
  ),
);

/** A name as tokens, with the range of them that is the surname. */
export interface NameParts {
  readonly tokens: readonly string[];
  readonly surname: readonly string[];
}

/** The surname's tokens by mark (`*`, `_`), else by the habit of country and language. */
export const splitName = ({ form, language }: PersonName, country: string | null): NameParts => {
  const words = form.split(/[\s·・･•‧]+/u).filter((word) => word !== '');
  const [only = ''] = words;
  if (words.length === 1 && solidName.test(only))
    return { tokens: nameTokens(only), surname: nameTokens(only.slice(0, solidSurname(only, country))) };
  const marked = words.findIndex((word) => word.startsWith('*') || word.includes('_'));
  const position = marked >= 0 ? marked : surnamePosition(form, words, language, country);
  const surname = words.length > 1 ? nameTokens((words[position] ?? '').replace(/[*_]/gu, ' ')) : [];
  return {
    tokens: nameTokens(plainForm(form)),
    surname: surname.filter((token) => !particles.has(token)).length > 0 ? surname : [],
  };
};

const solidName = /^(?:\p{Script=Han}{2,5}|\p{Script=Hangul}{2,4})$/u;
const compoundSurname =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|夏侯|慕容|南宫|남궁|황보|선우|제갈|독고)./u;

/** How many characters of a name without spaces are the surname, if the country's custom decides it; else none. */
const solidSurname = (name: string, country: string | null): number => {
  if (country === 'JP' && /\p{Script=Han}/u.test(name)) return name.length > 2 ? 2 : 1;
  if (country === null || !surnameFirst.has(country)) return 0;
  return compoundSurname.test(name) ? 2 : 1;
};

/** A recorded form as it is printed, without its markers. */
export const plainForm = (form: string): string => form.replaceAll('*', '').replaceAll('_', ' ');

const surnamePosition = (
  form: string,
  words: readonly string[],
  language: string,
  country: string | null,
): number => {
  const first =
    (country !== null && surnameFirst.has(country)) ||
    (surnameFirstLanguages.has(language.split('-')[0] ?? '') &&
      language.startsWith('hu') &&
      country === 'HU');
  if (/[·・]/u.test(form)) return words.length - 1;
  return first ? 0 : words.length - 1;
};
