import { titleAt } from '../roles/standing-titles.ts';
import { types } from './character-types.ts';

/** Text beyond the window of single characters, for each character. */
export interface CharacterContext {
  /** Distance to the title that starts after the run of one script (`フルガル|知事`), 0 if none within ten. */
  readonly titleBehind: Uint8Array;
  /** Steps back to the title that ends before it (`대통령 |윤석열`), 0 if none does. */
  readonly titleBefore: Uint8Array;
  /** Place marks of `findListed`. */
  readonly place: Uint8Array;
  /** First and one past the last character of the run of the same script; dots join. */
  readonly runStart: Int32Array;
  readonly runEnd: Int32Array;
  /** 1 in a reading after a name: kana in brackets after a Chinese character. */
  readonly reading: Uint8Array;
}

export const gatherContext = (
  text: string,
  unit: Uint16Array,
  type: Uint8Array,
  place: Uint8Array,
): CharacterContext => {
  const size = unit.length;
  const lengths = findTitles(text, type);
  const runStart = new Int32Array(size);
  const runEnd = new Int32Array(size);
  for (let from = 0; from < size; ) {
    const to = endOfRun(type, from);
    runStart.fill(from, from, to);
    runEnd.fill(to, from, to);
    from = to;
  }
  return {
    ...measureTitles(lengths, type),
    place,
    runStart,
    runEnd,
    reading: markReadings(unit, type),
  };
};

const endOfRun = (type: Uint8Array, from: number): number => {
  const kind = type[from] ?? 0;
  let to = from + 1;
  const joins = kind === types.katakana || kind === types.hangul || kind === types.latin;
  while (joins && to < type.length && to - from < 40) {
    const dotted = type[to] === types.dot && type[to + 1] === kind;
    if (type[to] !== kind && !dotted) break;
    to += dotted ? 2 : 1;
  }
  return to;
};

/** `length[at]`: of the title that begins there, 0 if none does. */
const findTitles = (text: string, type: Uint8Array): Uint8Array => {
  const length = new Uint8Array(type.length);
  for (let at = 0; at < type.length; at += 1) {
    const kind = type[at] ?? 0;
    if (kind !== types.han && kind !== types.hangul && kind !== types.hiragana) continue;
    const title = titleAt(text, at);
    if (title) length[at] = title.length;
  }
  return length;
};

const farthest = 10;

const measureTitles = (
  length: Uint8Array,
  type: Uint8Array,
): Pick<CharacterContext, 'titleBehind' | 'titleBefore'> => {
  const size = length.length;
  const titleBehind = new Uint8Array(size);
  const titleBefore = new Uint8Array(size);
  for (let at = size - 2; at >= 0; at -= 1) {
    const next = type[at + 1] ?? 0;
    if ((length[at + 1] ?? 0) > 0) titleBehind[at] = 1;
    else if (next !== types.stop && (titleBehind[at + 1] ?? 0) > 0 && (titleBehind[at + 1] ?? 0) < farthest)
      titleBehind[at] = (titleBehind[at + 1] ?? 0) + 1;
  }
  const ended = new Uint8Array(size + 1);
  for (let at = 0; at < size; at += 1)
    if ((length[at] ?? 0) > 0 && at + (length[at] ?? 0) <= size) ended[at + (length[at] ?? 0)] = 1;
  for (let at = 1; at < size; at += 1) {
    const before = titleBefore[at - 1] ?? 0;
    if (ended[at] === 1) titleBefore[at] = 1;
    else if (type[at - 1] !== types.stop && before > 0 && before < farthest) titleBefore[at] = before + 1;
  }
  return { titleBehind, titleBefore };
};

const longestReading = 24;
const opens = (code: number): boolean => code === 0x28 || code === 0xff08;

const markReadings = (unit: Uint16Array, type: Uint8Array): Uint8Array => {
  const reading = new Uint8Array(unit.length);
  for (let at = 1; at < unit.length; at += 1) {
    if (!opens(unit[at] ?? 0) || type[at - 1] !== types.han) continue;
    let end = at + 1;
    while (end - at < longestReading && isKana(type[end] ?? types.stop)) end += 1;
    if (end > at + 1 && type[end] === types.stop) reading.fill(1, at + 1, end);
  }
  return reading;
};

const isKana = (type: number): boolean =>
  type === types.hiragana || type === types.katakana || type === types.dot || type === types.blank;
