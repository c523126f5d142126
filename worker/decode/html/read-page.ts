import { Parser } from 'htmlparser2';
import type { SourceBlock, Statement } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';
import { type Attributes, type Frame, openFrame } from './boxes.ts';
import { EMPHATIC, INLINE, UNSEEN } from './elements.ts';
import { LineGatherer } from './line.ts';
import { StatementGatherer } from './statements.ts';

export interface ReadPage {
  readonly blocks: readonly SourceBlock[];
  readonly statements: readonly Statement[];
}

/** Deeper than any page that was written for people; hostile ones go to 100,000. */
const MAX_DEPTH = 3000;
const MAX_BLOCKS = 50_000;

/**
 * Reads a page once, without building a tree: its visible lines and what it states of itself.
 *
 * @param html at most 5 MB; any vintage, tags may be unclosed
 * @throws {RejectedArticle} `too-deep` or `too-many-lines`
 */
export const readPage = (html: string): ReadPage => {
  const reader = new PageReader();
  const parser = new Parser(reader, {
    decodeEntities: true,
    lowerCaseTags: true,
    lowerCaseAttributeNames: true,
  });
  parser.write(html);
  parser.end();
  return { blocks: reader.lines.blocks, statements: reader.statements.finish() };
};

class PageReader {
  readonly lines = new LineGatherer();
  readonly statements = new StatementGatherer();
  #frame: Frame = openFrame('#page', {}, null, { order: 0, inline: false });
  #order = 0;
  #unseen = 0;
  #links = 0;
  #emphatic = 0;
  #preformatted = 0;

  onopentag(tag: string, attributes: Attributes): void {
    this.#order += 1;
    const inline = INLINE.has(tag);
    this.statements.open(tag, attributes);
    if (!inline) this.lines.end(this.#order, tag === 'br');
    if (attributes.datetime) this.lines.addDatetime(attributes.datetime);
    if (tag === 'a') this.lines.addLink();
    this.#count(tag, 1);
    this.#frame = openFrame(tag, attributes, this.#frame, { order: this.#order, inline });
    if (this.#frame.depth > MAX_DEPTH)
      throw new RejectedArticle('too-deep', `elements nest over ${MAX_DEPTH} deep`);
  }

  onclosetag(tag: string): void {
    this.statements.close(tag);
    if (!INLINE.has(tag)) this.lines.end(this.#order, tag === 'br');
    this.#count(tag, -1);
    if (this.#frame.parent !== null) this.#frame = this.#frame.parent;
    if (this.lines.blocks.length > MAX_BLOCKS) {
      throw new RejectedArticle('too-many-lines', `the page has over ${MAX_BLOCKS} lines`);
    }
  }

  ontext(text: string): void {
    this.statements.text(text);
    if (this.#unseen > 0 || this.#frame.hidden) return;
    const traits = { linked: this.#links > 0, emphatic: this.#emphatic > 0 };
    if (this.#preformatted === 0) this.lines.add(text, this.#frame, traits);
    else this.#addPreformatted(text, traits);
  }

  #addPreformatted(text: string, traits: { linked: boolean; emphatic: boolean }): void {
    for (const [at, line] of text.split('\n').entries()) {
      if (at > 0) this.lines.end(this.#order, line.trim() !== '');
      this.lines.add(line, this.#frame, traits);
    }
  }

  #count(tag: string, step: 1 | -1): void {
    if (UNSEEN.has(tag)) this.#unseen = Math.max(0, this.#unseen + step);
    else if (tag === 'a') this.#links = Math.max(0, this.#links + step);
    else if (EMPHATIC.has(tag)) this.#emphatic = Math.max(0, this.#emphatic + step);
    else if (tag === 'pre') this.#preformatted = Math.max(0, this.#preformatted + step);
  }

  onend(): void {
    this.lines.end(this.#order, false);
  }
}
