import { countryNames } from '../../../../authorities/people/names-country.ts';
import { keepFree } from '../name-span.ts';
import { provingTitles, standingTitles } from '../roles/standing-titles.ts';
import { type CorrectionRule, inOrder } from './rule.ts';
import { solidWords } from './solid-words.ts';

const han = /[\u3005\u3400-\u9fff]/u;
const fullName = /^[\u3005\u3400-\u9fff]{2}[\u3041-\u309f\u30a1-\u30ff\u3005\u3400-\u9fff]{1,4}$/u;
const surnameSize = 2;
const mostSurnames = 200;
const mostPlaces = 200;
/** A reading, then words of an office without a title's end: `福島(ふくしま)氏`, `福島担当相`. */
const office = new RegExp(
  `^(?:[(（][\\u3041-\\u30ff・ ]{2,16}[)）])?(?!${solidWords('ja', 'placeEnds')})[\\u3400-\\u9fff\\u30a1-\\u30ff]{0,8}`,
  'u',
);
const cabinet = new RegExp(`${solidWords('ja', 'ministers')}$`, 'u');

/** The surname, two characters, of someone named in full, before a title. */
export const surnameBeforeTitle: CorrectionRule = {
  id: 'surname-before-title',
  languages: ['ja'],
  examples: [
    [
      'ja',
      '[佐藤みずほ]氏。佐藤担当相、佐藤(さとう)氏、佐藤さん',
      '[佐藤みずほ]氏。[佐藤]担当相、[佐藤](さとう)氏、[佐藤]さん',
    ],
    ['ja', '[福島一郎]氏。福島県知事と福島大学教授', '[福島一郎]氏。福島県知事と福島大学教授'],
  ],
  apply: ({ text }, spans) => {
    const surnames = new Set(
      spans
        .map(({ start, end }) => text.slice(start, end))
        .filter((name) => fullName.test(name))
        .map((name) => name.slice(0, surnameSize))
        .slice(0, mostSurnames),
    );
    if (surnames.size === 0) return spans;
    const places = [...text.matchAll(new RegExp([...surnames].join('|'), 'gu'))].slice(0, mostPlaces);
    const found = places
      .map(({ index }) => ({ start: index, end: index + surnameSize }))
      .filter(({ start, end }) => !han.test(text.charAt(start - 1)) && isTitled(text.slice(end, end + 30)));
    return inOrder(spans, keepFree(found, spans));
  },
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
  `(?<![\\u30a1-\\u30ff・])[\\u30a1-\\u30ff][\\u30a1-\\u30ff・]{2,14}(?=[\\u3400-\\u9fff]{0,6}(?:${provingTitles('ja')})(?!${solidWords('ja', 'notOffices')}))`,
  'gu',
);
const mostForeigners = 200;
const countries: ReadonlySet<string> = new Set(
  countryNames('ja').map((name) => /^[\u30a1-\u30ff・]+/u.exec(name)?.[0] ?? ''),
);
/** A country, a party or a body of states rules too. */
const ruler = new RegExp(`^${solidWords('ja', 'rulers')}`, 'u');

/** A foreign name before an office, unless it is a country. */
export const foreignerBeforeOffice: CorrectionRule = {
  id: 'foreigner-before-office',
  languages: ['ja'],
  examples: [
    [
      'ja',
      'ゴレンシュタイン次期米大統領とグロノフ内相代行',
      '[ゴレンシュタイン]次期米大統領と[グロノフ]内相代行',
    ],
    [
      'ja',
      'ロシア大統領、アメリカ合衆国大統領、イスラエル首相',
      'ロシア大統領、アメリカ合衆国大統領、イスラエル首相',
    ],
  ],
  apply: ({ text }, spans) => {
    const found = [...text.matchAll(foreigner)]
      .slice(0, mostForeigners)
      .map(({ 0: name, index }) => ({ start: index, end: index + name.length }))
      .filter(
        ({ start, end }) => !countries.has(text.slice(start, end)) && !ruler.test(text.slice(end, end + 3)),
      );
    return inOrder(spans, keepFree(found, spans));
  },
};
