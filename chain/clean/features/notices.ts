import type { SourceBox } from '../../../domain/article.ts';
import { languages } from '../../../languages/index.ts';
import type { MeasuredPage } from './page.ts';

const words = [...new Set(languages.flatMap(({ furniture }) => furniture.consent))];
const CONSENT = new RegExp(words.join('|'), 'iu');

/** How far up a notice's box may be: its lines stand in paragraphs, forms and lists. */
const LEVELS = 3;

/** Features that distinguish lines of cookie notices from a statement beside them. */
export class NoticeReader {
  readonly #own: readonly boolean[];
  readonly #lines = new Map<SourceBox, { all: number; consent: number }>();
  readonly #page: MeasuredPage;
  readonly #titleAt: number;

  constructor(page: MeasuredPage) {
    this.#page = page;
    this.#own = page.blocks.map(({ block }) => CONSENT.test(block.text));
    for (const [index, { box }] of page.blocks.entries()) {
      for (let at = box, up = 0; at !== null && up <= LEVELS && at.tag !== 'body'; at = at.parent, up += 1) {
        const held = this.#lines.get(at) ?? { all: 0, consent: 0 };
        held.all += 1;
        if (this.#own[index]) held.consent += 1;
        this.#lines.set(at, held);
      }
    }
    const { title } = page;
    const isTitle = ({ tokens }: { tokens: readonly string[] }): boolean =>
      title.size > 0 &&
      tokens.length >= title.size &&
      tokens.length < title.size * 2 &&
      tokens.every((token) => title.has(token));
    const heading = page.blocks.findIndex((one) => one.block.tag === 'h1' && isTitle(one));
    this.#titleAt = heading >= 0 ? heading : page.blocks.findIndex(isTitle);
  }

  /** Adds a line's features to its row. */
  write(index: number, row: number[]): void {
    row.push(this.#own[index] ? 1 : 0);
    let at = this.#page.blocks[index]?.box ?? null;
    for (let level = 0; level <= LEVELS; level += 1) {
      const held = at === null || at.tag === 'body' ? undefined : this.#lines.get(at);
      row.push(held === undefined ? 0 : held.consent / held.all);
      at = at?.parent ?? null;
    }
    const away = this.#titleAt < 0 ? Number.NaN : index - this.#titleAt;
    const distance = Number.isNaN(away) ? UNKNOWN : Math.sign(away) * Math.log1p(Math.abs(away));
    row.push(distance);
  }
}

const UNKNOWN = -20;
