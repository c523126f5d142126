import { keepFree } from '../name-span.ts';
import type { CorrectionRule } from './rule.ts';
import { solidWords } from './solid-words.ts';

const stations = new RegExp(`${solidWords('ja', 'stationEnds')}$`, 'u');
const stationBehind = new RegExp(`^${solidWords('ja', 'stations')}(?!${solidWords('ja', 'heads')})`, 'u');

/** Stations of railways, police and fire brigades. */
export const station: CorrectionRule = {
  id: 'station',
  languages: ['ja'],
  examples: [
    ['ja', '唯一の[小田原]署と[小田原署]、[グレア]駅', '唯一の小田原署と小田原署、グレア駅'],
    ['ja', '[佐藤]署長は', '[佐藤]署長は'],
  ],
  apply: ({ text }, spans) =>
    spans.filter(
      ({ start, end }) =>
        !stations.test(text.slice(start, end)) && !stationBehind.test(text.slice(end, end + 4)),
    ),
};

/**
 * `A、B、C の6州`: if a list ends with a count of places, all its items are places. Tried only at the list's first
 * item: at every letter of a text of commas and katakana it would take seconds.
 */
const countedList = new RegExp(
  `(?<![\\u30a1-\\u30ff]、?)(?:[\\u30a1-\\u30ff]{2,20}、){1,500}[\\u30a1-\\u30ff]{2,20}(?=${solidWords('ja', 'andSoOn')}?${solidWords('ja', 'numberLinks')}?(?:[0-9０-９]|${solidWords('ja', 'numerals')}){1,3}${solidWords('ja', 'countedPlaces')})`,
  'gu',
);

export const countedPlaces: CorrectionRule = {
  id: 'counted-places',
  languages: ['ja'],
  examples: [
    [
      'ja',
      'アールガウ、[オプヴァル]、[グラルス]の6州と[グラルス]氏',
      'アールガウ、オプヴァル、グラルスの6州と[グラルス]氏',
    ],
    ['ja', '[オハイオ]、[フロリダ]など各地', '[オハイオ]、[フロリダ]など各地'],
  ],
  apply: ({ text }, spans) => {
    const lists = [...text.matchAll(countedList)].map(({ 0: list, index }) => ({
      start: index,
      end: index + list.length,
    }));
    return keepFree(spans, lists);
  },
};
