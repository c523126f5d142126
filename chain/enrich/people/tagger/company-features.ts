import type { CharacterCompany } from './character-company.ts';
import { hashColumns, mix } from './hashing.ts';

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
  out[base] = mix(here, place);
  out[base + 1] = mix(group(second, at), place);
  out[base + 2] = mix(mix(here, group(second, at)), place);
  out[base + 3] = mix(mix(before, here), place);
  out[base + 4] = mix(mix(here, behind), place);
  out[base + 5] = mix(mix(before, place), t);
  out[base + 6] = mix(mix(behind, place), t);
  out[base + 7] = mix(mix(otherBefore, place), t);
  out[base + 8] = mix(mix(otherBehind, place), t);
  out[base + 9] = mix(k, place);
  out[base + 10] = mix(mix(k, kBefore), place);
  out[base + 11] = mix(mix(k, kBehind), place);
  out[base + 12] = mix(mix(k, kBefore), mix(kBehind, place));
  out[base + 13] = names;
  out[base + 14] = mix(names, mix(k, place));
  out[base + 15] = mix(p, pair[at + 1] ?? 0);
  out[base + 16] = mix(p, mix(names, pair[at - 1] ?? 0));
  out[base + 17] = mix(mix(behind, p), mix(place, unit[to] ?? 0));
  const next = end[to] ?? to;
  const previous = from > 0 ? (start[from - 1] ?? 0) : 0;
  const beyond = group(first, next);
  const earlier = group(first, previous - 1);
  out[base + 18] = mix(mix(beyond, place), t);
  out[base + 19] = mix(mix(earlier, place), t);
  out[base + 20] = mix(mix(behind, beyond), mix(place, t));
  out[base + 21] = mix(mix(before, earlier), mix(place, t));
  out[base + 22] = mix(mix(before, behind), mix(place, t));
  out[base + 23] = mix(mix(here, p), mix(before, behind));
  const one = (step: number): number => (alone[at + step] ?? 256) | ((type[at + step] ?? 15) << 9);
  out[base + 24] = (one(-1) << 14) | one(0);
  out[base + 25] = (one(0) << 14) | one(1);
  out[base + 26] = mix((one(-1) << 14) | one(0), one(1));
  out[base + 27] = mix((one(0) << 14) | one(1), one(2));
  hashColumns(out, base, base + companyWidth, 181);
};
