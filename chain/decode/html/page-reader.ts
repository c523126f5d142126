import { Parser } from 'htmlparser2';
import type { SourceBlock, Statement } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';
import { type Attributes, type Frame, openFrame } from './boxes.ts';
import { EMPHATIC, INLINE, UNSEEN } from './elements.ts';
import { LineGatherer } from './line.ts';
import { MicrodataReader } from './microdata.ts';

/** What one pass over a page's markup finds. */
export interface ReadPage {
  readonly blocks: readonly SourceBlock[];
  readonly statements: readonly Statement[];
  /** Sources of `<script type="application/ld+json">`. */
  readonly linkedData: readonly string[];
}

const MAX_DEPTH = 1_000;
const MAX_BLOCKS = 20_000;
const MAX_STATEMENTS = 2_000;
const MAX_VALUE = 10_000;

/**
 * Reads markup in one pass, without a document tree: time and memory grow with its length alone.
 *
 * @throws {RejectedArticle} `too-deep` over 1,000 levels, `too-large` over 20,000 lines
 */
export const readPage = (html: string): ReadPage => {
  const reader = new PageReader();
  const parser = new Parser(reader, { decodeEntities: true });
  parser.end(html);
  return reader.page();
};

class PageReader {
  readonly #lines = new LineGatherer();
  readonly #statements: Statement[] = [];
  readonly #linkedData: string[] = [];
  readonly #microdata = new MicrodataReader((statement) => this.#state(statement));
  #frame: Frame | null = null;
  #order = 0;
  #unseen = 0;
  #links = 0;
  #emphatic = 0;
  #preformatted = 0;
  #capture: { tag: string; text: string } | null = null;

  page(): ReadPage {
    this.#lines.end(this.#order, false);
    return { blocks: this.#lines.blocks, statements: this.#statements, linkedData: this.#linkedData };
  }

  onopentag(tag: string, attributes: Attributes): void {
    this.#order += 1;
    const inline = INLINE.has(tag);
    if (!inline) this.#lines.end(this.#order, tag === 'br');
    this.#frame = openFrame(tag, attributes, this.#frame, { order: this.#order, inline });
    this.#checkBounds();
    if (UNSEEN.has(tag)) this.#unseen += 1;
    if (EMPHATIC.has(tag)) this.#emphatic += 1;
    if (tag === 'pre') this.#preformatted += 1;
    if (tag === 'a' && attributes.href !== undefined) this.#openLink();
    this.#startCapture(tag, attributes);
    this.#readAttributes(tag, attributes);
    this.#microdata.open(tag, attributes, this.#frame.depth);
  }

  ontext(text: string): void {
    if (this.#capture !== null) {
      this.#capture.text += text;
      return;
    }
    if (this.#unseen > 0 || this.#frame === null) {
      if (this.#frame === null && text.trim() !== '') this.#addRootText(text);
      return;
    }
    this.#microdata.text(text);
    if (this.#preformatted > 0) this.#addPreformatted(text, this.#frame);
    else this.#lines.add(text, this.#frame, this.#manner());
  }

  onclosetag(tag: string): void {
    const frame = this.#frame;
    if (frame === null) return;
    if (!frame.inline) this.#lines.end(this.#order, tag === 'br');
    if (UNSEEN.has(tag)) this.#unseen -= 1;
    if (EMPHATIC.has(tag)) this.#emphatic -= 1;
    if (tag === 'pre') this.#preformatted -= 1;
    if (tag === 'a' && this.#links > 0) this.#links -= 1;
    if (this.#capture?.tag === tag) this.#endCapture();
    this.#microdata.close(frame.depth);
    this.#frame = frame.parent;
  }

  #openLink(): void {
    this.#links += 1;
    this.#lines.addLink();
  }

  #manner(): { linked: boolean; emphatic: boolean } {
    return { linked: this.#links > 0, emphatic: this.#emphatic > 0 };
  }

  #addRootText(text: string): void {
    this.#frame = openFrame('body', {}, null, { order: this.#order, inline: false });
    this.#lines.add(text, this.#frame, this.#manner());
    this.#frame = null;
  }

  #addPreformatted(text: string, frame: Frame): void {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) this.#lines.end(this.#order, true);
      this.#lines.add(line, frame, this.#manner());
    }
  }

  #startCapture(tag: string, attributes: Attributes): void {
    const linkedData = tag === 'script' && /ld\+json/i.test(attributes.type ?? '');
    const title = tag === 'title' && (this.#frame?.parent?.tag ?? 'head') !== 'svg';
    if (linkedData || title) this.#capture = { tag, text: '' };
  }

  #endCapture(): void {
    const text = this.#capture?.text ?? '';
    if (this.#capture?.tag === 'script') this.#linkedData.push(text);
    else this.#state({ property: 'title', value: text, from: 'title' });
    this.#capture = null;
  }

  #readAttributes(tag: string, attributes: Attributes): void {
    const { content, datetime, lang, href, title } = attributes;
    if (tag === 'meta' && content !== undefined) {
      const property =
        attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes['http-equiv'];
      if (property !== undefined) this.#state({ property, value: content, from: 'meta' });
    } else if (tag === 'html' && lang !== undefined) {
      this.#state({ property: 'lang', value: lang, from: 'html' });
    } else if (tag === 'link' && href !== undefined && attributes.rel !== undefined) {
      const rel = attributes.rel.toLowerCase();
      if (rel === 'canonical' || rel === 'amphtml' || rel === 'author')
        this.#state({ property: rel, value: href, from: 'link' });
    }
    if (tag !== 'meta' && content !== undefined && attributes.property !== undefined)
      this.#state({ property: attributes.property, value: content, from: 'microdata' });
    // hAtom puts the machine's form of a printed date into `title`.
    if (title !== undefined && /^\d{4}-\d\d-\d\dT\d\d/.test(title))
      this.#lines.addDatetime(title.slice(0, 100));
    if (datetime !== undefined && datetime !== '') {
      this.#lines.addDatetime(datetime.slice(0, 100));
      if (tag === 'time') this.#state({ property: 'time', value: datetime, from: 'time' });
    }
  }

  #state({ property, value, from }: Statement): void {
    const evened = value.replace(/\s+/g, ' ').trim().slice(0, MAX_VALUE);
    if (evened === '' || this.#statements.length >= MAX_STATEMENTS) return;
    this.#statements.push({ property: property.trim().toLowerCase().slice(0, 100), value: evened, from });
  }

  #checkBounds(): void {
    if ((this.#frame?.depth ?? 0) > MAX_DEPTH)
      throw new RejectedArticle('too-deep', `elements nested over ${MAX_DEPTH} levels`);
    if (this.#lines.blocks.length > MAX_BLOCKS)
      throw new RejectedArticle('too-large', `over ${MAX_BLOCKS} lines of text`);
  }
}
