import type { FeatureRows } from '../../chain/enrich/people/tagger/feature-rows.ts';
import { tagInName } from '../../chain/enrich/people/tagger/lattice.ts';
import { findRuns } from '../../chain/enrich/people/tagger/spans.ts';
import { prepareText } from '../../chain/enrich/people/tagger/tag-text.ts';
import type { TrainingText } from './people-dense-rows.ts';
import type { LabelledText } from './people-labels.ts';

/** Rows of features with their gold tags; `missed` counts persons that begin or end inside a unit. */
export const makeTrainingText = (
  { text, persons }: LabelledText,
  family: Parameters<typeof prepareText>[1],
  language: { code: string; number: number },
  weight: number,
): { text: TrainingText; missed: number } => {
  const { units, rows, opensLine } = prepareText(text, family, language);
  const gold = new Uint8Array(rows.count);
  const opening = new Map<number, number>();
  const closing = new Map<number, number>();
  for (let unit = 0; unit < units.count; unit += 1) {
    opening.set(units.startOf(unit), unit);
    closing.set(units.endOf(unit), unit);
  }
  let missed = 0;
  for (const [start, end] of persons) {
    const first = opening.get(start);
    const last = closing.get(end);
    const whole =
      first !== undefined &&
      last !== undefined &&
      last >= first &&
      Array.from({ length: last - first + 1 }, (_, n) => rows.rowOf[first + n] ?? -1).every(
        (row) => row >= 0,
      );
    if (!whole || first === undefined || last === undefined) {
      missed += 1;
      continue;
    }
    for (let unit = first; unit <= last; unit += 1)
      gold[rows.rowOf[unit] ?? 0] = tagInName(unit - first, last - first + 1);
  }
  const runs = findRuns(rows, units.count, opensLine);
  return { text: { features: writeRows(rows), width: rows.width, gold, runs, weight }, missed };
};

/** All rows at once: training reads them again and again. */
const writeRows = ({ count, width, unitOf, writeRow }: FeatureRows): Uint32Array => {
  const features = new Uint32Array(count * width);
  for (let row = 0; row < count; row += 1)
    writeRow(unitOf[row] ?? 0, features.subarray(row * width, (row + 1) * width));
  return features;
};
