import { wilson } from './credits.ts';
import type { Row } from './task.ts';

/** Counts of right answers, by set and metric. */
export class Tally {
  readonly #counts = new Map<string, Map<string, { right: number; all: number }>>();

  add(set: string, metric: string, right: number, all: number): void {
    const metrics = this.#counts.get(set) ?? new Map();
    const before = metrics.get(metric) ?? { right: 0, all: 0 };
    metrics.set(metric, { right: before.right + right, all: before.all + all });
    this.#counts.set(set, metrics);
  }

  /** Each share with the bounds of its 95 % interval and its counts. */
  *rows(task: string): Generator<Row> {
    for (const [set, metrics] of this.#counts)
      for (const [metric, { right, all }] of metrics) {
        const [low, high] = wilson(right, all);
        const row = (suffix: string, value: number): Row => ({
          task,
          set,
          metric: `${metric}${suffix}`,
          value,
        });
        yield row('', all === 0 ? 0 : right / all);
        yield row('-low', low);
        yield row('-high', high);
        yield row('-right', right);
        yield row('-of', all);
      }
  }
}
