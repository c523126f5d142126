import type { CharacterContext } from './character-context.ts';
import { hashColumns, mix } from './hashing.ts';
import type { CharacterFacts } from './near-features.ts';

export const farWidth = 16;

/** Templates over what stands behind or before the stretch of script that a character belongs to. */
export const fillFar = (
  out: Uint32Array,
  base: number,
  at: number,
  { unit, type, word, tied, inName }: CharacterFacts,
  context: CharacterContext,
): void => {
  const t = type[at] ?? 0;
  const g = inName[at] ?? 0;
  const w = word[at] ?? 0;
  const behind = context.titleBehind[at] ?? 0;
  const before = context.titleBefore[at] ?? 0;
  const place = context.place[at] ?? 0;
  const start = context.runStart[at] ?? 0;
  const end = context.runEnd[at] ?? 0;
  const inRun = (Math.min(at - start, 3) << 4) | Math.min(end - at, 4);
  const unitBehind = unit[end] ?? 0;
  const last = unit[end - 1] ?? 0;
  out[base] = (behind << 4) | t;
  out[base + 1] = (behind << 8) | g;
  out[base + 2] = (before << 4) | t;
  out[base + 3] = (before << 8) | g;
  out[base + 4] = mix((before << 4) | behind, (t << 8) | (type[at + 1] ?? 15));
  out[base + 5] = (place << 8) | g;
  out[base + 6] = (place << 16) | w;
  const placeBefore = at > 0 ? (context.place[at - 1] ?? 0) : 0;
  out[base + 7] = mix((place << 4) | behind, placeBefore | ((context.place[at + 1] ?? 0) << 4));
  out[base + 8] = (inRun << 8) | (t << 4) | Math.min(end - start, 12);
  out[base + 9] = mix(inRun, tied[end] ?? 0);
  out[base + 10] = mix(inRun, mix(unitBehind, unit[end + 1] ?? 0));
  out[base + 11] = mix(inRun, mix(start > 0 ? (unit[start - 1] ?? 0) : 0, unitBehind));
  out[base + 12] = mix(inRun, last);
  out[base + 13] = mix(inRun, mix(end > 1 ? (unit[end - 2] ?? 0) : 0, last));
  out[base + 14] = mix(inRun, mix(unit[start] ?? 0, end - start));
  out[base + 15] = ((context.reading[at] ?? 0) << 4) | t;
  hashColumns(out, base, base + farWidth, 151);
};
