import type { SourceBox } from '../../../domain/article.ts';
import type { MeasuredBlock, MeasuredPage } from './page.ts';

/** Elements whose lines belong together, though each alone may look like a menu's. */
const CONTAINERS: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'table', 'blockquote']);
const MAX_CLIMB = 12;
const FAR = 40;

interface Container {
  first: number;
  last: number;
  tokens: number;
  linked: number;
  good: number;
  sentences: number;
}

const NONE: readonly number[] = new Array<number>(12).fill(-1);

/** Features of the list, table or quotation that contains a line, and of its surroundings. */
export class ContainerReader {
  readonly #page: MeasuredPage;
  readonly #outermost: readonly (SourceBox | null)[];
  readonly #containers = new Map<SourceBox, Container>();
  /** Elements that contain running text themselves. */
  readonly #textBoxes = new Set<SourceBox>();

  constructor(page: MeasuredPage) {
    this.#page = page;
    this.#outermost = outermostContainers(page);
    for (const [index, measured] of page.blocks.entries()) this.#gather(index, measured);
  }

  /** Adds a line's features to its row. */
  write(index: number, row: number[]): void {
    const box = this.#outermost[index] ?? null;
    const held = box === null ? undefined : this.#containers.get(box);
    if (box === null || held === undefined) {
      for (const value of NONE) row.push(value);
      return;
    }
    const count = held.last - held.first + 1;
    const before = this.#distance(held.first, -1);
    const behind = this.#distance(held.last, 1);
    row.push(
      Math.log1p(count),
      Math.log1p(held.tokens / count),
      held.linked / Math.max(1, held.tokens),
      held.good / Math.max(1, held.tokens),
      held.sentences / count,
      index - held.first,
      held.last - index,
      before,
      behind,
      /[:：]$/u.test(this.#page.blocks[held.first - 1]?.block.text ?? '') ? 1 : 0,
      box.parent !== null && this.#textBoxes.has(box.parent) ? 1 : 0,
      box.parent?.parent != null && this.#textBoxes.has(box.parent.parent) ? 1 : 0,
    );
  }

  /** Lines from the container to the next running text on one side. */
  #distance(from: number, step: 1 | -1): number {
    for (let away = 1; away < FAR; away += 1) {
      const measured = this.#page.blocks[from + step * away];
      if (measured === undefined) return FAR;
      if (measured.good > 0) return away;
    }
    return FAR;
  }

  #gather(index: number, { block, box, tokens, good }: MeasuredBlock): void {
    const outer = this.#outermost[index] ?? null;
    if (outer === null) {
      if (good > 0 && box?.parent != null) this.#textBoxes.add(box.parent).add(box);
      return;
    }
    const held = this.#containers.get(outer) ?? {
      first: index,
      last: index,
      tokens: 0,
      linked: 0,
      good: 0,
      sentences: 0,
    };
    held.last = index;
    held.tokens += tokens.length;
    held.linked += tokens.length * block.linkDensity;
    held.good += good;
    if (/[.!?…。！？।؟;；]$/u.test(block.text)) held.sentences += 1;
    this.#containers.set(outer, held);
  }
}

/**
 * The outermost container near each line, because lists are nested in cells, and quotations in lists. A container with
 * most of the page is layout.
 */
const outermostContainers = ({ blocks }: MeasuredPage): readonly (SourceBox | null)[] => {
  const lines = new Map<SourceBox, number>();
  const around = blocks.map(({ box }) => containersAround(box));
  for (const container of around.flat()) lines.set(container, (lines.get(container) ?? 0) + 1);
  const most = blocks.length / 2;
  return around.map(
    (containers) => containers.findLast((container) => (lines.get(container) ?? 0) <= most) ?? null,
  );
};

/** From the innermost outwards. */
const containersAround = (box: SourceBox | null): readonly SourceBox[] => {
  const found: SourceBox[] = [];
  for (let at = box, up = 0; at !== null && up < MAX_CLIMB; at = at.parent, up += 1)
    if (CONTAINERS.has(at.tag)) found.push(at);
  return found;
};
