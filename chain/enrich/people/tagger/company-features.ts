import type { CharacterCompany } from './character-company.ts';
import { hashColumns, mix } from './hashing.ts';
import { companyColumns as column, widths } from './templates.ts';

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
  out[base + column.first] = mix(here, place);
  out[base + column.second] = mix(group(second, at), place);
  out[base + column.firstAndSecond] = mix(mix(here, group(second, at)), place);
  out[base + column.firstBefore] = mix(mix(before, here), place);
  out[base + column.firstBehind] = mix(mix(here, behind), place);
  out[base + column.beforeAndType] = mix(mix(before, place), t);
  out[base + column.behindAndType] = mix(mix(behind, place), t);
  out[base + column.secondBefore] = mix(mix(otherBefore, place), t);
  out[base + column.secondBehind] = mix(mix(otherBehind, place), t);
  out[base + column.kinds] = mix(k, place);
  out[base + column.kindsBefore] = mix(mix(k, kBefore), place);
  out[base + column.kindsBehind] = mix(mix(k, kBehind), place);
  out[base + column.kindsAround] = mix(mix(k, kBefore), mix(kBehind, place));
  out[base + column.names] = names;
  out[base + column.namesAndKinds] = mix(names, mix(k, place));
  out[base + column.pairs] = mix(p, pair[at + 1] ?? 0);
  out[base + column.pairsAndNames] = mix(p, mix(names, pair[at - 1] ?? 0));
  out[base + column.pairAndBehind] = mix(mix(behind, p), mix(place, unit[to] ?? 0));
  const next = end[to] ?? to;
  const previous = from > 0 ? (start[from - 1] ?? 0) : 0;
  const beyond = group(first, next);
  const earlier = group(first, previous - 1);
  out[base + column.beyondBehind] = mix(mix(beyond, place), t);
  out[base + column.beyondBefore] = mix(mix(earlier, place), t);
  out[base + column.twoBehind] = mix(mix(behind, beyond), mix(place, t));
  out[base + column.twoBefore] = mix(mix(before, earlier), mix(place, t));
  out[base + column.bothSides] = mix(mix(before, behind), mix(place, t));
  out[base + column.firstAndPair] = mix(mix(here, p), mix(before, behind));
  const one = (step: number): number => (alone[at + step] ?? 256) | ((type[at + step] ?? 15) << 9);
  out[base + column.aloneBefore] = (one(-1) << 14) | one(0);
  out[base + column.aloneBehind] = (one(0) << 14) | one(1);
  out[base + column.aloneAround] = mix((one(-1) << 14) | one(0), one(1));
  out[base + column.aloneTwoBehind] = mix((one(0) << 14) | one(1), one(2));
  hashColumns(out, base, base + widths.company, 181);
};
