import type { CharacterContext } from './character-context.ts';
import { hashColumns, mix } from './hashing.ts';
import type { CharacterFacts } from './near-features.ts';
import { farColumns as column, widths } from './templates.ts';

/** Templates over the text after or before the run of one script that a character belongs to. */
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
  out[base + column.titleBehindAndType] = (behind << 4) | t;
  out[base + column.titleBehindAndNamed] = (behind << 8) | g;
  out[base + column.titleBeforeAndType] = (before << 4) | t;
  out[base + column.titleBeforeAndNamed] = (before << 8) | g;
  out[base + column.titlesAndTypes] = mix((before << 4) | behind, (t << 8) | (type[at + 1] ?? 15));
  out[base + column.placeAndNamed] = (place << 8) | g;
  out[base + column.placeAndWord] = (place << 16) | w;
  const placeBefore = at > 0 ? (context.place[at - 1] ?? 0) : 0;
  out[base + column.placesAndTitle] = mix(
    (place << 4) | behind,
    placeBefore | ((context.place[at + 1] ?? 0) << 4),
  );
  out[base + column.runAndType] = (inRun << 8) | (t << 4) | Math.min(end - start, 12);
  out[base + column.runAndPrintedBehind] = mix(inRun, tied[end] ?? 0);
  out[base + column.runAndTwoBehind] = mix(inRun, mix(unitBehind, unit[end + 1] ?? 0));
  out[base + column.runAndBothSides] = mix(inRun, mix(start > 0 ? (unit[start - 1] ?? 0) : 0, unitBehind));
  out[base + column.runAndLast] = mix(inRun, last);
  out[base + column.runAndLastTwo] = mix(inRun, mix(end > 1 ? (unit[end - 2] ?? 0) : 0, last));
  out[base + column.runAndFirst] = mix(inRun, mix(unit[start] ?? 0, end - start));
  out[base + column.readingAndType] = ((context.reading[at] ?? 0) << 4) | t;
  hashColumns(out, base, base + widths.far, 151);
};
