import type { NameSpan } from '../name-span.ts';
import type { FeatureRows } from './feature-rows.ts';
import { createLattice, findBestTags, findMarginals, tagCount, tags } from './lattice.ts';
import type { TaggerModel } from './model.ts';
import { addRepeatedNames } from './repeated-names.ts';
import { scoreRows } from './score-rows.ts';
import { kinds, type Tokens } from './tokens.ts';

/** Units of a text: words of a spaced script, or characters. */
export interface Units {
  readonly text: string;
  readonly count: number;
  readonly startOf: (unit: number) => number;
  readonly endOf: (unit: number) => number;
  /** Written without spaces: the units are characters. */
  readonly solid: boolean;
  /** A key that other occurrences of the same name share; 0 for punctuation and short runs. */
  readonly keyOf: (unit: number) => number;
}

const lattice = createLattice();

/** How strongly the rest of the document changes a word's score. */
const voteStrength = 2.5;

/**
 * Tags a document twice: the second pass uses what the first one found for the same words elsewhere.
 *
 * @param opensLine  whether a unit opens a new line, so that no name crosses it
 */
export const findSpans = (
  model: TaggerModel,
  rows: FeatureRows,
  units: Units,
  opensLine: (unit: number) => boolean,
): NameSpan[] => {
  const emissions = scoreRows(model, rows);
  const runs = findRuns(rows, units.count, opensLine);
  const { unitOf } = rows;
  for (let row = 0; row < rows.count; row += 1)
    emissions[row * tagCount] = (emissions[row * tagCount] ?? 0) - model.bias;
  if (units.solid) {
    const found = decode(emissions, runs, model, rows.count);
    addRepeatedNames(units.text, readSpans(found, unitOf, units), rows.rowOf, emissions);
  } else {
    const marginals = new Float32Array(rows.count * tagCount);
    for (const { from, to } of runs)
      findMarginals({ emissions, from, to }, model.factors, lattice, marginals);
    addVotes(emissions, marginals, rows.count, (row) => units.keyOf(unitOf[row] ?? 0));
  }
  const found = decode(emissions, runs, model, rows.count);
  return readSpans(found, unitOf, units);
};

const decode = (
  emissions: Float32Array,
  runs: readonly { from: number; to: number }[],
  model: TaggerModel,
  count: number,
): Uint8Array => {
  const found = new Uint8Array(count);
  for (const { from, to } of runs) findBestTags({ emissions, from, to }, model.transitions, found);
  return found;
};

/** Runs of neighbouring rows without a gap or a line break between. */
export const findRuns = (
  rows: FeatureRows,
  count: number,
  opensLine: (unit: number) => boolean,
): { from: number; to: number }[] => {
  const runs: { from: number; to: number }[] = [];
  let from = -1;
  let last = -1;
  for (let unit = 0; unit < count; unit += 1) {
    const row = rows.rowOf[unit] ?? -1;
    if (from >= 0 && (row < 0 || opensLine(unit))) {
      runs.push({ from, to: last + 1 });
      from = -1;
    }
    if (row < 0) continue;
    if (from < 0) from = row;
    last = row;
  }
  if (from >= 0) runs.push({ from, to: last + 1 });
  return runs;
};

const addVotes = (
  emissions: Float32Array,
  marginals: Float32Array,
  count: number,
  keyOf: (row: number) => number,
): void => {
  const sums = new Map<number, { total: number; times: number; best: number }>();
  for (let row = 0; row < count; row += 1) {
    const key = keyOf(row);
    if (key === 0) continue;
    const person = 1 - (marginals[row * tagCount] ?? 1);
    const so = sums.get(key);
    if (so) {
      so.total += person;
      so.times += 1;
      so.best = Math.max(so.best, person);
    } else sums.set(key, { total: person, times: 1, best: person });
  }
  for (let row = 0; row < count; row += 1) {
    const so = sums.get(keyOf(row));
    if (!so || so.times < 2) continue;
    const here = 1 - (marginals[row * tagCount] ?? 1);
    const others = (so.total - here) / (so.times - 1);
    const opinion = (others + (here < so.best ? so.best : others)) / 2 - here;
    const base = row * tagCount;
    emissions[base] = (emissions[base] ?? 0) - voteStrength * opinion;
  }
};

const readSpans = (found: Uint8Array, unitOf: Int32Array, units: Units): NameSpan[] => {
  const spans: NameSpan[] = [];
  let begin = -1;
  for (let row = 0; row < found.length; row += 1) {
    const tag = found[row];
    const unit = unitOf[row] ?? 0;
    if (tag === tags.unit) spans.push({ start: units.startOf(unit), end: units.endOf(unit) });
    else if (tag === tags.begin) begin = units.startOf(unit);
    else if (tag === tags.last && begin >= 0) spans.push({ start: begin, end: units.endOf(unit) });
  }
  return spans;
};

/** Words as units; the key of a word is its folded form without a likely ending. */
export const wordUnits = (tokens: Tokens, keys: Uint32Array): Units => ({
  text: tokens.text,
  count: tokens.count,
  startOf: (unit) => tokens.start[unit] ?? 0,
  endOf: (unit) => tokens.end[unit] ?? 0,
  solid: false,
  keyOf: (unit) => {
    const kind = tokens.kind[unit];
    return kind === kinds.mark || kind === kinds.lower || kind === kinds.digits ? 0 : (keys[unit] ?? 0);
  },
});

export const characterUnits = (text: string): Units => ({
  text,
  count: text.length,
  startOf: (unit) => unit,
  endOf: (unit) => unit + 1,
  solid: true,
  keyOf: () => 0,
});
