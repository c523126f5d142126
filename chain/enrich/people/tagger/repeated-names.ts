import type { NameSpan } from '../name-span.ts';
import { attachedTitles } from '../roles/standing-titles.ts';
import { tagCount, tagInName } from './lattice.ts';

/** The weight of the other occurrences of a name. */
const strength = 4;
const mostNames = 400;

/**
 * The second pass over text without spaces: a name that was found at most of its occurrences gets a higher score
 * everywhere, one that was mostly missed a lower one; the surname of a found name before a title gets a higher one, too.
 *
 * @param rowOf  the row of each character, −1 without one
 */
export const addRepeatedNames = (
  text: string,
  spans: readonly NameSpan[],
  rowOf: Int32Array,
  emissions: Float32Array,
): void => {
  const found = new Map<string, number>();
  for (const { start, end } of spans) {
    const name = text.slice(start, end);
    if (name.length > 1 && (found.has(name) || found.size < mostNames))
      found.set(name, (found.get(name) ?? 0) + 1);
  }
  for (const [name, times] of found) {
    const places = placesOf(text, name);
    const share = times / Math.max(places.length, times);
    for (const at of places) push(emissions, rowOf, at, name.length, strength * (share - 0.4));
    for (const surname of surnamesOf(name)) pushSurname(text, surname, name, rowOf, emissions);
  }
};

const placesOf = (text: string, name: string): number[] => {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0 && places.length < 500; at = text.indexOf(name, at + name.length))
    places.push(at);
  return places;
};

const han = /^[\u3400-\u9fff々]+$/u;
const hangul = /^[\uac00-\ud7a3]+$/u;

/** Short forms of a name written without spaces. */
const surnamesOf = (name: string): string[] => {
  if (hangul.test(name) && name.length === 3) return [name.slice(0, 1)];
  if (han.test(name) && name.length >= 2 && name.length <= 5) return [name.slice(0, 1), name.slice(0, 2)];
  const last = name.split(/[ ·・•＝]/u).at(-1) ?? '';
  return last.length > 1 && last !== name ? [last] : [];
};

const pushSurname = (
  text: string,
  surname: string,
  name: string,
  rowOf: Int32Array,
  emissions: Float32Array,
): void => {
  for (const at of placesOf(text, surname)) {
    if (text.startsWith(name, at)) continue;
    const behind = text.slice(at + surname.length, at + surname.length + 10).trimStart();
    const titled = attachedTitles.some((title) => behind.startsWith(title));
    if (titled || surname.length > 2)
      push(emissions, rowOf, at, surname.length, strength * (titled ? 0.8 : 0.5));
  }
};

const push = (emissions: Float32Array, rowOf: Int32Array, at: number, length: number, by: number): void => {
  for (let step = 0; step < length; step += 1) {
    const row = rowOf[at + step] ?? -1;
    if (row < 0) return;
    const tag = tagInName(step, length);
    emissions[row * tagCount + tag] = (emissions[row * tagCount + tag] ?? 0) + by;
  }
};
