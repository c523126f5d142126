import type { SourceBlock } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';
import { boxOf, commonFrame, type Frame, pathOf } from './boxes.ts';
import { isApart, type Parting, partingOf } from './glued-parts.ts';

/** Real pages have fewer, and finding the article takes longer than in proportion to them. */
const MAX_BLOCKS = 20_000;

/** Collects the pieces of one visible line and makes a block of them. */
export class LineGatherer {
  readonly blocks: SourceBlock[] = [];
  #pieces: string[] = [];
  #frame: Frame | null = null;
  #characters = 0;
  #linked = 0;
  #emphatic = 0;
  #links = 0;
  #datetimes: string[] = [];
  #continues = false;
  /** The element of the last piece. */
  #last: Frame | null = null;

  add(text: string, frame: Frame, { linked, emphatic }: { linked: boolean; emphatic: boolean }): void {
    const part = this.#parting(text, frame);
    if (part === 'line') this.end(frame.order, false);
    if (part === 'space') this.#pieces.push(' ');
    this.#pieces.push(text);
    this.#last = frame;
    const seen = visibleLength(text);
    if (seen === 0) return;
    this.#frame = this.#frame === null ? frame : commonFrame(this.#frame, frame);
    this.#characters += seen;
    if (linked) this.#linked += seen;
    if (emphatic) this.#emphatic += seen;
  }

  /** How a reader sees this piece separated from the previous one if only markup separates them: `<span>来源：新华社</span><span>作者：…`. */
  #parting(text: string, frame: Frame): Parting {
    const last = this.#last;
    if (last === null || frame === last || this.#characters > MAX_CREDITS) return 'none';
    return partingOf(this.#pieces.at(-1) ?? '', text, { apart: isApart(last, frame) });
  }

  addDatetime(value: string): void {
    if (this.#datetimes.length < 20) this.#datetimes.push(value);
  }

  addLink(): void {
    this.#links += 1;
  }

  /**
   * Ends the line. `soft` for a mere line break, so that the next line continues the same paragraph.
   *
   * @throws {RejectedArticle} `too-large` over 20,000 lines
   */
  end(order: number, soft: boolean): void {
    const frame = this.#frame;
    if (frame !== null) {
      if (this.blocks.length === MAX_BLOCKS)
        throw new RejectedArticle('too-large', `over ${MAX_BLOCKS} lines of text`);
      this.blocks.push(this.#block(frame, order));
      this.#clear(soft);
    } else {
      this.#pieces = [];
      if (!soft) this.#continues = false;
    }
  }

  #block(frame: Frame, order: number): SourceBlock {
    const box = boxOf(frame);
    return {
      text: evenSpaces(this.#pieces.join('')),
      tag: box.tag,
      path: pathOf(frame),
      linkDensity: this.#linked / this.#characters,
      datetimes: this.#datetimes,
      zone: 'unknown',
      layout: {
        box,
        inline: inlineNames(frame),
        continues: this.#continues,
        emphasis: this.#emphatic / this.#characters,
        links: this.#links,
        order,
      },
    };
  }

  #clear(soft: boolean): void {
    this.#pieces = [];
    this.#last = null;
    this.#frame = null;
    this.#characters = 0;
    this.#linked = 0;
    this.#emphatic = 0;
    this.#links = 0;
    this.#datetimes = [];
    this.#continues = soft;
  }
}

/** Lines of credits are shorter. */
const MAX_CREDITS = 300;

/** Limit in letters: the innermost names tell most, and a page may have many lines at great depth. */
const MAX_INLINE = 1_000;

const inlineNames = (frame: Frame): string => {
  let names = '';
  for (let at: Frame | null = frame; at?.inline && names.length < MAX_INLINE; at = at.parent)
    names += ` ${at.tag} ${at.names}`;
  return names.trim();
};

// Zero-width and soft-hyphen characters hide words from search; so do direction marks.
const INVISIBLE =
  /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u0000-\u0008\u000e-\u001f]/g;

/** White space collapsed to single spaces, invisible characters removed, ends trimmed. */
export const evenSpaces = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();

const visibleLength = (text: string): number => {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (
      code > 0x20 &&
      code !== 0xa0 &&
      code !== 0x200b &&
      code !== 0xfeff &&
      code !== 0xad &&
      code !== 0x3000
    )
      count += 1;
  }
  return count;
};
