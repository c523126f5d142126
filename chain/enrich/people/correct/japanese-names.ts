import { keepFree } from '../name-span.ts';
import { type CorrectionRule, eachName } from './rule.ts';
import { solidWords } from './solid-words.ts';

const han = /[\u3005\u3400-\u9fff]/u;
/** Five characters, after another character, that start with a word for a time or an office. */
const openedWrongly = new RegExp(`^${solidWords('ja', 'wordEnds')}[\\u3005\\u3400-\\u9fff]{4,}$`, 'u');

export const wordBefore: CorrectionRule = {
  id: 'word-before',
  languages: ['ja'],
  examples: [
    ['ja', '党大会終了[後佐藤和夫]委員長は', '党大会終了後[佐藤和夫]委員長は'],
    ['ja', '[後藤一郎]氏は', '[後藤一郎]氏は'],
  ],
  apply: eachName(({ text }, { start, end }) => {
    const isOpened = han.test(text.charAt(start - 1)) && openedWrongly.test(text.slice(start, end));
    return { start: isOpened ? start + 1 : start, end };
  }),
};

/** No name ends like this: the character for "prefecture" belongs to the following place. */
const endedWrongly = new RegExp(`^[\\u3005\\u3400-\\u9fff]{3,}${solidWords('ja', 'prefecture')}$`, 'u');

export const prefectureBehind: CorrectionRule = {
  id: 'prefecture-behind',
  languages: ['ja'],
  examples: [['ja', '会長・[安部崇県]大島支庁課長', '会長・[安部崇]県大島支庁課長']],
  apply: eachName(({ text }, { start, end }) => {
    const isEnded = endedWrongly.test(text.slice(start, end)) && han.test(text.charAt(end));
    return { start, end: isEnded ? end - 1 : end };
  }),
};

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
