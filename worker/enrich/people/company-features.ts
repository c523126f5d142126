import type { CharacterCompany } from './character-company.ts';
import { mix } from './hashing.ts';

export const companyWidth = 28;

/** Templates over the words that a character and its neighbours belong to. */
export const fillCompany = (
  out: Uint32Array,
  base: number,
  at: number,
  type: Uint8Array,
  unit: Uint16Array,
  company: CharacterCompany,
): void => {
  const { start, end, first, second, kinds, surname, given, person, pair, alone } = company;
  let column = 0;
  const put = (value: number): void => {
    out[base + column] = mix(column + 181, value) || 1;
    column += 1;
  };
  const from = start[at] ?? 0;
  const to = end[at] ?? 0;
  const t = type[at] ?? 0;
  const place = (Math.min(at - from, 2) << 2) | Math.min(to - at - 1, 2);
  const group = (values: Uint8Array, where: number): number =>
    where < 0 || where >= type.length ? 256 : (values[where] ?? 0);
  const here = group(first, at);
  const before = group(first, from - 1);
  const behind = group(first, to);
  const otherBefore = group(second, from - 1);
  const otherBehind = group(second, to);
  const k = kinds[at] ?? 0;
  const kBefore = group(kinds, from - 1);
  const kBehind = group(kinds, to);
  const names = ((surname[at] ?? 0) << 10) | ((given[at] ?? 0) << 5) | (person[at] ?? 0);
  const p = pair[at] ?? 0;
  put(mix(here, place));
  put(mix(group(second, at), place));
  put(mix(mix(here, group(second, at)), place));
  put(mix(mix(before, here), place));
  put(mix(mix(here, behind), place));
  put(mix(mix(before, place), t));
  put(mix(mix(behind, place), t));
  put(mix(mix(otherBefore, place), t));
  put(mix(mix(otherBehind, place), t));
  put(mix(k, place));
  put(mix(mix(k, kBefore), place));
  put(mix(mix(k, kBehind), place));
  put(mix(mix(k, kBefore), mix(kBehind, place)));
  put(names);
  put(mix(names, mix(k, place)));
  put(mix(p, pair[at + 1] ?? 0));
  put(mix(p, mix(names, pair[at - 1] ?? 0)));
  put(mix(mix(behind, p), mix(place, unit[to] ?? 0)));
  const next = end[to] ?? to;
  const previous = from > 0 ? (start[from - 1] ?? 0) : 0;
  const beyond = group(first, next);
  const earlier = group(first, previous - 1);
  put(mix(mix(beyond, place), t));
  put(mix(mix(earlier, place), t));
  put(mix(mix(behind, beyond), mix(place, t)));
  put(mix(mix(before, earlier), mix(place, t)));
  put(mix(mix(before, behind), mix(place, t)));
  put(mix(mix(here, p), mix(before, behind)));
  const one = (step: number): number => (alone[at + step] ?? 256) | ((type[at + step] ?? 15) << 9);
  put((one(-1) << 14) | one(0));
  put((one(0) << 14) | one(1));
  put(mix((one(-1) << 14) | one(0), one(1)));
  put(mix((one(0) << 14) | one(1), one(2)));
};
