import {
  contextHash,
  contexts,
  leftChunks,
  restKey,
  rightChunks,
  type TrainedModel,
  unitHash,
} from '../../authorities/people/matching/alignment.ts';
import { letterAt, letterContext } from '../../authorities/people/matching/letters.ts';
import { type Chunks, HashTable, mix, shapes, unseen } from '../../authorities/people/matching/units.ts';

export type Pair = readonly [left: string, right: string, count: number];

const iterations = 6;
const sampleSize = 15_000;

/** Learns chunk pairs by expectation maximisation on a sample, then their contexts on all pairs. */
export const trainAlignment = (pairs: readonly Pair[], log: (line: string) => void): TrainedModel => {
  const step = Math.max(1, Math.floor(pairs.length / sampleSize));
  const sample = pairs.filter((_, index) => index % step === 0);
  let units = new HashTable(1024);
  for (let round = 0; round < iterations; round += 1) {
    const counts = new HashTable(1 << 16);
    let total = 0;
    for (const [left, right] of sample)
      countUnits(leftChunks(left), rightChunks(right), units, round, (unit, _i, _j, share) => {
        counts.add(unit, share);
        total += share;
      });
    units = new HashTable(counts.size);
    for (const [unit, count] of counts.entries()) if (count > 1e-3) units.add(unit, count / total);
    log(`round ${round + 1}: ${units.size} units`);
  }
  return { table: countContexts(pairs, units) };
};

/** Expected number of uses of each unit in one pair, by forward and backward sums. */
const countUnits = (
  left: Chunks,
  right: Chunks,
  units: HashTable,
  round: number,
  use: (unit: number, i: number, j: number, share: number) => void,
): void => {
  const width = right.length + 1;
  const cells = (left.length + 1) * width;
  const steps: number[] = [];
  const forward = new Float64Array(cells);
  const backward = new Float64Array(cells);
  forward[0] = 1;
  for (let i = 0; i <= left.length; i += 1)
    for (let j = 0; j <= right.length; j += 1)
      for (const [n, m] of shapes) {
        if (i + n > left.length || j + m > right.length) continue;
        const unit = unitHash(left.hashes[i * 6 + n] ?? 0, right.hashes[j * 6 + m] ?? 0);
        const probability =
          round === 0
            ? 10 ** (-2 * (n + m - 1)) * (m === 0 || n === 0 ? 0.01 : 1)
            : units.get(unit) + unseen(n, m);
        if (probability === 0) continue;
        const to = (i + n) * width + j + m;
        steps.push(i * width + j, to, unit, probability);
        forward[to] = (forward[to] ?? 0) + (forward[i * width + j] ?? 0) * probability;
      }
  const total = forward[cells - 1] ?? 0;
  if (total < 1e-290) return;
  backward[cells - 1] = 1;
  for (let at = steps.length - 4; at >= 0; at -= 4) {
    const from = steps[at] ?? 0;
    const share = (steps[at + 3] ?? 0) * (backward[steps[at + 1] ?? 0] ?? 0);
    backward[from] = (backward[from] ?? 0) + share;
    const used = ((forward[from] ?? 0) * share) / total;
    if (used > 1e-3) use(steps[at + 2] ?? 0, Math.floor(from / width), from % width, used);
  }
};

/** Witten–Bell shares of every unit in every context, and of every letter of the right side. */
const countContexts = (pairs: readonly Pair[], units: HashTable): HashTable => {
  const counts = new HashTable(1 << 20);
  const totals = new HashTable(1 << 18);
  const kinds = new HashTable(1 << 18);
  const parents = new Map<number, number>();
  const count = (unit: number, context: number, share: number): void => {
    const key = mix(unit, context);
    if (counts.get(key) === 0) kinds.add(context, 1);
    counts.add(key, share);
    totals.add(context, share);
    parents.set(key, context);
  };
  for (const [leftWord, rightWord, times] of pairs) {
    const left = leftChunks(leftWord);
    const right = rightChunks(rightWord);
    const weight = 1 + Math.log(times);
    countUnits(left, right, units, 1, (unit, i, j, share) => {
      for (let level = 0; level < contexts; level += 1)
        count(unit, contextHash(left, i, right, j, level), share * weight);
    });
    for (const word of [left, right])
      for (let at = 0; at <= word.length; at += 1)
        for (let level = 0; level < 3; level += 1)
          count(letterAt(word, at), letterContext(word, at, level), 1);
  }
  const table = new HashTable(counts.size);
  for (const [context, total] of totals.entries())
    table.add(restKey(context), Math.max(1e-6, kinds.get(context) / (total + kinds.get(context))));
  for (const [key, share] of counts.entries()) {
    const context = parents.get(key) ?? 0;
    if (share > 0.3) table.add(key, share / (totals.get(context) + kinds.get(context)));
  }
  return table;
};
