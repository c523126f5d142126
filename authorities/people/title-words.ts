import { languages } from '../../languages/index.ts';
import { titlesOf } from '../../languages/titles.ts';
import { countryNames } from './names-country.ts';
import { allOfficeWords } from './names-office.ts';
import { isOwnerBefore, isOwnerBehind } from './office-owners.ts';
import { officeNames } from './offices.ts';

const honorifics: ReadonlySet<string> = new Set(
  languages.flatMap(({ titles }) => titlesOf(titles, 'dropped')),
);
/** Words that say that an office is former, future or acting; in some scripts they are parts of a word. */
const reservations = languages.flatMap(({ names }) => names?.reservations ?? []);

/**
 * Whether words before a name are, all together, a title: each is an honorific, a word of an office, a small word
 * within one, or the office's country or body. The last are an office, perhaps with its country, or an honorific. Not a
 * title: `Chancellor Merkel`, because of `Merkel`.
 *
 * @param behind the first word of the name
 */
export const isSpacedTitle = (words: readonly string[], behind: string): boolean => {
  const last = words.at(-1);
  if (last === undefined) return false;
  if (isHonorific(last)) return words.every(isTitleWord);
  const owners = words.length - 1 - words.findLastIndex((_, at) => !isOwnerBehind(words, at, behind));
  const office = owners > 0 ? words.slice(0, -owners) : words;
  return (
    endsWithOffice(office.flatMap(piecesOf)) &&
    office.every((word, at) => isTitleWord(word) || isOwnerBefore(office, at))
  );
};

/** Limits the readings: some parts can be read in two ways (`副总统`), so a long text would have countless readings. */
const longestSolid = 20;

/** The same without spaces: `俄罗斯外长`, `대통령`. */
export const isSolidTitle = (text: string): boolean => {
  solidTitle ??= makeSolidTitle();
  return text.length <= longestSolid && solidTitle.test(text);
};

const isHonorific = (word: string): boolean => honorifics.has(word.toLowerCase().replace(/\.$/u, ''));

const isTitleWord = (word: string): boolean => {
  const pieces = piecesOf(word);
  return (
    isHonorific(word) || (pieces.length > 0 && pieces.every((piece) => titleWords().some(matches(piece))))
  );
};

const piecesOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((piece) => piece !== '');

/** Longer words may be inflected; a short one is the start of many names (`king` in `Kingsley`). */
const longestUninflected = 5;
const endings =
  /^(?:s|e?n|e|e[rs]|in(?:nen)?|a|o|[ao]s|ist|(?:wo)?m[ae]n|person|people|[^\p{Script=Latin}]{1,4})$/u;

const matches =
  (word: string) =>
  (office: string): boolean =>
    word === office ||
    (office.length > longestUninflected &&
      word.startsWith(office) &&
      endings.test(word.slice(office.length)));

const endsWithOffice = (pieces: readonly string[]): boolean =>
  offices().some(
    (office) =>
      office.length <= pieces.length &&
      office.every((word, at) => matches(pieces.at(at - office.length) ?? '')(word)),
  );

const phrases = [...allOfficeWords, ...officeNames()];
const isEastern = (text: string): boolean => /^[\p{Script=Han}\p{Script=Hangul}]/u.test(text);
let officesOnce: readonly (readonly string[])[] | undefined;
let titleWordsOnce: readonly string[] | undefined;
let solidTitle: RegExp | undefined;

const offices = (): readonly (readonly string[])[] => {
  officesOnce ??= phrases.filter((phrase) => !isEastern(phrase)).map(piecesOf);
  return officesOnce;
};

const titleWords = (): readonly string[] => {
  titleWordsOnce ??= [
    ...new Set([
      ...offices().flat(),
      ...languages
        .flatMap(({ names }) => [...(names?.links ?? []), ...(names?.portfolios ?? [])])
        .flatMap(piecesOf),
      ...reservations.filter((word) => !isEastern(word)),
    ]),
  ];
  return titleWordsOnce;
};

const makeSolidTitle = (): RegExp => {
  const solidOffices = phrases
    .filter(isEastern)
    .flatMap((phrase) => phrase.split('·'))
    .map((phrase) => phrase.replace(/\s/gu, ''));
  const before = [
    ...solidOffices,
    ...['zh', 'ja', 'ko'].flatMap(countryNames),
    ...reservations.filter(isEastern),
  ];
  const any = (words: readonly string[]): string =>
    [...new Set(words)].filter((word) => /^\p{L}+$/u.test(word)).join('|');
  return new RegExp(`^(?:${any(before)})*(?:${any(solidOffices)})$`, 'u');
};
