import { countryNames } from '../../../../authorities/people/names-country.ts';
import { keepFree, type NameSpan } from '../name-span.ts';
import { provingTitles, standingTitles } from '../roles/standing-titles.ts';
import { addReadings } from './bracketed-readings.ts';

/**
 * Mends Japanese names by what a tagger of characters does not see: where a word before was taken in, stations and lists
 * of places, readings in brackets, and surnames that stand with a title once their bearer is named in full.
 */
export const mendJapaneseNames = (text: string, spans: readonly NameSpan[]): NameSpan[] => {
  const persons = dropLists(
    text,
    spans.map((span) => trimWords(text, span)).filter((span) => !isStation(text, span)),
  );
  const titled = [...findTitledSurnames(text, persons), ...findForeigners(text, persons)];
  return addReadings(
    text,
    [...persons, ...titled].sort((one, other) => one.start - other.start),
  );
};

const han = /[\u3400-\u9fff々]/u;
/** `…終了後志位和夫`: five characters that begin with a word of time or office, behind another character. */
const openedWrongly = /^[後前中時元現][\u3400-\u9fff々]{4,}$/u;
/** No name ends so: `会長・安藤崇県|大島支庁`. */
const endedWrongly = /^[\u3400-\u9fff々]{3,}県$/u;

const trimWords = (text: string, { start, end }: NameSpan): NameSpan => {
  const name = text.slice(start, end);
  if (han.test(text.charAt(start - 1)) && openedWrongly.test(name)) return { start: start + 1, end };
  return endedWrongly.test(name) && han.test(text.charAt(end)) ? { start, end: end - 1 } : { start, end };
};

const stations = /[署駅]$/u;
const stationBehind = /^(?:警察署|消防署|署|駅)(?!長)/u;

const isStation = (text: string, { start, end }: NameSpan): boolean =>
  stations.test(text.slice(start, end)) || stationBehind.test(text.slice(end, end + 4));

/**
 * `A、B、C の6州`: where the last of a list is counted among places, so are the others. It is tried at the list's first
 * item alone: from every letter of a text that is all commas and katakana it would take seconds.
 */
const countedList =
  /(?<![\u30a1-\u30ff]、?)(?:[\u30a1-\u30ff]{2,20}、){1,500}[\u30a1-\u30ff]{2,20}(?=(?:など|等)?の?[0-9０-９一二三四五六七八九十数各]{1,3}(?:州|県|[カかヶヵ]?国|都市|市|町|村|地域|地区|島|社))/gu;

const dropLists = (text: string, spans: readonly NameSpan[]): NameSpan[] =>
  keepFree(
    spans,
    [...text.matchAll(countedList)].map(({ 0: list, index }) => ({ start: index, end: index + list.length })),
  );

const fullName = /^[\u3400-\u9fff々]{2}[\u3041-\u309f\u30a1-\u30ff\u3400-\u9fff々]{1,4}$/u;
const surnameSize = 2;
const mostSurnames = 200;
const mostPlaces = 200;
/** A reading, then words of an office without a title's end: `福島(ふくしま)氏`, `福島担当相`. */
const office =
  /^(?:[(（][\u3041-\u30ff・ ]{2,16}[)）])?(?!大学|[県市町村区州駅港])[\u3400-\u9fff\u30a1-\u30ff]{0,8}/u;
const cabinet = /相$/u;

/** The first two characters of a full name, before a title. */
const findTitledSurnames = (text: string, spans: readonly NameSpan[]): NameSpan[] => {
  const surnames = new Set(
    spans
      .map(({ start, end }) => text.slice(start, end))
      .filter((name) => fullName.test(name))
      .map((name) => name.slice(0, surnameSize))
      .slice(0, mostSurnames),
  );
  if (surnames.size === 0) return [];
  const places = [...text.matchAll(new RegExp([...surnames].join('|'), 'gu'))].slice(0, mostPlaces);
  const found = places
    .map(({ index }) => ({ start: index, end: index + surnameSize }))
    .filter(({ start, end }) => !han.test(text.charAt(start - 1)) && isTitled(text.slice(end, end + 30)));
  return keepFree(found, spans);
};

const isTitled = (behind: string): boolean => {
  const words = office.exec(behind)?.[0];
  if (words === undefined) return false;
  const reading = /^[^)）]*[)）]/u.exec(words)?.[0].length ?? 0;
  const bare = words.slice(reading);
  const stands = (title: string): boolean => bare.includes(title) || behind.startsWith(title, reading);
  return cabinet.test(bare) || standingTitles.some(stands);
};

const foreigner = new RegExp(
  `(?<![\\u30a1-\\u30ff・])[\\u30a1-\\u30ff][\\u30a1-\\u30ff・]{2,14}(?=[\\u3400-\\u9fff]{0,6}(?:${provingTitles('ja')})(?![府邸官候選]))`,
  'gu',
);
const mostForeigners = 200;
const countries: ReadonlySet<string> = new Set(
  countryNames('ja').map((name) => /^[\u30a1-\u30ff・]+/u.exec(name)?.[0] ?? ''),
);
/** A country, a party or a body of states rules too. */
const ruler = /^(?:合衆国|連邦|共和国|王国|党|軍|三国|両国)/u;

/** A foreign name before an office (`トランプ次期米大統領`), unless it is a country. */
const findForeigners = (text: string, spans: readonly NameSpan[]): NameSpan[] => {
  const found = [...text.matchAll(foreigner)]
    .slice(0, mostForeigners)
    .map(({ 0: name, index }) => ({ start: index, end: index + name.length }))
    .filter(
      ({ start, end }) => !countries.has(text.slice(start, end)) && !ruler.test(text.slice(end, end + 3)),
    );
  return keepFree(found, spans);
};
