import type { SourceBox } from '../../../domain/article.ts';
import type { MeasuredPage } from './page.ts';

/** How many enclosing elements are examined: real pages nest far less, hostile ones far more. */
const MAX_CLIMB = 64;

/**
 * A block's position among the others, for any measure of blocks: first their likeness to running
 * text, then the scores of the first pass.
 *
 * @param values one a block, from 0
 */
export class ContextReader {
  readonly #page: MeasuredPage;
  readonly #values: Float64Array;
  readonly #total: number;
  readonly #mass: Float64Array;
  readonly #inBox = new Map<SourceBox, { value: number; tokens: number; blocks: number }>();
  readonly #inGroup = new Map<string, { value: number; tokens: number; blocks: number; linked: number }>();
  readonly #best: SourceBox | null;
  readonly #bestRange: readonly [number, number];
  readonly #aroundBest = new Map<SourceBox, number>();

  constructor(page: MeasuredPage, values: Float64Array) {
    this.#page = page;
    this.#values = values;
    this.#mass = new Float64Array(values.length + 1);
    for (let at = 0; at < values.length; at += 1)
      this.#mass[at + 1] = (this.#mass[at] ?? 0) + (values[at] ?? 0);
    this.#total = Math.max(1e-9, this.#mass[values.length] ?? 0);
    this.#sum();
    this.#best = this.#findBest();
    let steps = 0;
    for (let at = this.#best; at !== null; at = at.parent, steps += 1) this.#aroundBest.set(at, steps);
    this.#bestRange = this.#rangeOf(this.#best);
  }

  /** Adds a block's features to its row. */
  write(index: number, row: number[]): void {
    const { box, group } = this.#page.blocks[index] ?? { box: null, group: '' };
    const grouped = this.#inGroup.get(group) ?? { value: 0, tokens: 1, blocks: 1, linked: 0 };
    this.#writeNeighbours(index, row);
    this.#writeBoxes(box, row);
    this.#writeDistances(index, box, row);
    row.push(
      grouped.value / this.#total,
      grouped.value / Math.max(1, grouped.tokens),
      grouped.linked / Math.max(1, grouped.tokens),
      Math.log1p(grouped.blocks),
      Math.log1p(grouped.tokens / grouped.blocks),
      (this.#mass[index] ?? 0) / this.#total,
      Math.log1p(this.#total),
    );
  }

  #writeNeighbours(index: number, row: number[]): void {
    row.push(
      this.#value(index - 1),
      this.#value(index + 1),
      this.#value(index - 2),
      this.#value(index + 2),
      Math.log1p(this.#between(index - 5, index)),
      Math.log1p(this.#between(index + 1, index + 6)),
      Math.log1p(this.#between(index - 15, index + 16)),
    );
  }

  #value(at: number): number {
    return this.#values[at] ?? 0;
  }

  #between(from: number, to: number): number {
    return (
      (this.#mass[Math.min(this.#values.length, Math.max(0, to))] ?? 0) - (this.#mass[Math.max(0, from)] ?? 0)
    );
  }

  /** Shares of the page's good text in the box and the four around it, and how dense it is there. */
  #writeBoxes(box: SourceBox | null, row: number[]): void {
    let at = box;
    for (let level = 0; level < 5; level += 1) {
      const held = at === null ? undefined : this.#inBox.get(at);
      row.push((held?.value ?? 0) / this.#total, (held?.value ?? 0) / Math.max(1, held?.tokens ?? 0));
      if (level < 3) row.push(Math.log1p(held?.blocks ?? 0));
      at = at?.parent ?? null;
    }
  }

  /** Steps up to the best box's line, steps from there down to it, and blocks before or after its range. */
  #writeDistances(index: number, box: SourceBox | null, row: number[]): void {
    let up = 0;
    let at = box;
    while (at !== null && up < MAX_CLIMB && !this.#aroundBest.has(at)) {
      at = at.parent;
      up += 1;
    }
    const down = at === null ? 30 : (this.#aroundBest.get(at) ?? 30);
    const [first, last] = this.#bestRange;
    // Below 0 before the range, above 0 after it.
    const outside = Math.min(0, index - first) + Math.max(0, index - last);
    const inside = last > first ? (index - first) / (last - first) : 0;
    row.push(up, down, Math.sign(outside) * Math.log1p(Math.abs(outside)), Math.max(-1, Math.min(2, inside)));
  }

  #sum(): void {
    for (const [index, { box, group, tokens, block }] of this.#page.blocks.entries()) {
      const value = this.#values[index] ?? 0;
      let grouped = this.#inGroup.get(group);
      if (grouped === undefined) {
        grouped = { value: 0, tokens: 0, blocks: 0, linked: 0 };
        this.#inGroup.set(group, grouped);
      }
      grouped.value += value;
      grouped.tokens += tokens.length;
      grouped.blocks += 1;
      grouped.linked += block.linkDensity * tokens.length;
      for (let at = box, up = 0; at !== null && up < MAX_CLIMB; at = at.parent, up += 1) {
        let held = this.#inBox.get(at);
        if (held === undefined) {
          held = { value: 0, tokens: 0, blocks: 0 };
          this.#inBox.set(at, held);
        }
        held.value += value;
        held.tokens += tokens.length;
        held.blocks += 1;
      }
    }
  }

  /** The box whose lines contain the most text: a line counts fully for its box's parent, less further up. */
  #findBest(): SourceBox | null {
    const near = new Map<SourceBox, number>();
    for (const [index, { box }] of this.#page.blocks.entries()) {
      let share = this.#values[index] ?? 0;
      for (let at = box, up = 0; at !== null && up < 5; at = at.parent, up += 1) {
        near.set(at, (near.get(at) ?? 0) + share * (up === 0 ? 0.9 : 1));
        if (up > 0) share *= 0.7;
      }
    }
    let best: SourceBox | null = null;
    let most = 0;
    for (const [box, value] of near) if (value > most) [best, most] = [box, value];
    return best;
  }

  #rangeOf(box: SourceBox | null): readonly [number, number] {
    let first = -1;
    let last = -1;
    for (const [index, measured] of this.#page.blocks.entries()) {
      if ((this.#values[index] ?? 0) <= 0.5) continue;
      for (let at = measured.box, up = 0; at !== null && up < MAX_CLIMB; at = at.parent, up += 1) {
        if (at !== box) continue;
        if (first < 0) first = index;
        last = index;
        break;
      }
    }
    return [first, last];
  }
}
