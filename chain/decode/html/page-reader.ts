import { Parser } from 'htmlparser2';
import type { SourceBlock, Statement } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';
import { type Attributes, type Frame, isHiddenInLine, openFrame } from './boxes.ts';
import { beginsBody, closeEmptyElements, EndTags, isShown } from './document-shape.ts';
import { EMPHATIC, INLINE, RAW, UNSEEN } from './elements.ts';
import { evenSpaces, LineGatherer } from './line.ts';
import { MicrodataReader } from './microdata.ts';
import { type PreformattedPiece, splitPreformatted } from './preformatted.ts';
import { datetimesOfTag, statementsOfTag } from './tag-statements.ts';
import { mendContent } from './unescaped-quotes.ts';

/** What one pass over a page's markup finds. */
export interface ReadPage {
  readonly blocks: readonly SourceBlock[];
  readonly statements: readonly Statement[];
  /** Sources of `<script type="application/ld+json">`. */
  readonly linkedData: readonly string[];
}

const MAX_DEPTH = 1_000;
const MAX_STATEMENTS = 2_000;
const MAX_VALUE = 10_000;
/** Elements that every page has, even if it does not write them. */
const SHAPE: ReadonlySet<string> = new Set(['html', 'head', 'body']);

/**
 * Reads markup in one pass, without a document tree: time and memory grow with its length alone.
 *
 * @throws {RejectedArticle} `too-deep` over 1,000 levels, `too-large` over 20,000 lines
 */
export const readPage = (html: string): ReadPage => {
  const source = closeEmptyElements(html);
  const reader = new PageReader(source);
  new Parser(reader, { decodeEntities: true }).end(source);
  return reader.page();
};

class PageReader {
  readonly #lines = new LineGatherer();
  readonly #statements: Statement[] = [];
  readonly #linkedData: string[] = [];
  readonly #microdata = new MicrodataReader((statement) => this.#state(statement));
  readonly #ends: EndTags;
  readonly #source: string;
  #parser: Parser | null = null;
  #root: Frame | null = null;
  #body: Frame | null = null;
  #frame: Frame | null = null;
  #order = 0;
  /** The outermost open element whose text no reader sees. */
  #unseen: Frame | null = null;
  #links = 0;
  #emphatic = 0;
  #preformatted = 0;
  #pieces: PreformattedPiece[] = [];
  #capture: { tag: string; text: string } | null = null;

  constructor(source: string) {
    this.#source = source;
    this.#ends = new EndTags(source);
  }

  onparserinit(parser: Parser): void {
    this.#parser = parser;
  }

  page(): ReadPage {
    this.#endLine(false);
    return { blocks: this.#lines.blocks, statements: this.#statements, linkedData: this.#linkedData };
  }

  onopentag(tag: string, attributes: Attributes): void {
    this.#order += 1;
    if (SHAPE.has(tag)) {
      this.#openShape(tag, attributes);
      return;
    }
    const inline = INLINE.has(tag);
    if (!inline) this.#endLine(tag === 'br');
    if (beginsBody(tag)) this.#frame ??= this.#openBody({});
    this.#frame = openFrame(tag, attributes, this.#frame ?? this.#body ?? this.#openRoot({}), {
      order: this.#order,
      inline,
    });
    this.#checkDepth();
    if (this.#unseen === null && this.#hides(tag, attributes)) this.#unseen = this.#frame;
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
    if (this.#unseen !== null) return;
    if (this.#frame === null && text.trim() === '') return;
    const frame = this.#frame ?? this.#openBody({});
    this.#microdata.text(text);
    if (isHiddenInLine(frame)) return;
    if (this.#preformatted > 0) this.#pieces.push({ text, frame, ...this.#manner() });
    else this.#lines.add(text, frame, this.#manner());
  }

  onclosetag(tag: string): void {
    if (SHAPE.has(tag)) {
      this.#endLine(false);
      return;
    }
    const frame = this.#frame;
    if (frame === null) return;
    if (!frame.inline) this.#endLine(tag === 'br');
    if (this.#unseen === frame) this.#unseen = null;
    if (EMPHATIC.has(tag)) this.#emphatic -= 1;
    if (tag === 'pre') this.#preformatted -= 1;
    if (tag === 'a' && this.#links > 0) this.#links -= 1;
    if (this.#capture?.tag === tag) this.#endCapture();
    this.#microdata.close(frame.depth);
    this.#frame = frame.parent === this.#root ? this.#body : frame.parent;
  }

  /** `html`, `head` and `body` may be missing, unclosed or repeated, so they never close their content. */
  #openShape(tag: string, attributes: Attributes): void {
    this.#endLine(false);
    const frame = tag === 'body' ? this.#openBody(attributes) : this.#openRoot(attributes);
    this.#readAttributes(tag, attributes);
    if (tag !== 'head') this.#microdata.open(tag, attributes, frame.depth);
  }

  #openRoot(attributes: Attributes): Frame {
    this.#root ??= openFrame('html', attributes, null, { order: this.#order, inline: false });
    return this.#root;
  }

  #openBody(attributes: Attributes): Frame {
    this.#body ??= openFrame('body', attributes, this.#openRoot({}), { order: this.#order, inline: false });
    this.#frame ??= this.#body;
    return this.#body;
  }

  #hides(tag: string, attributes: Attributes): boolean {
    if (!UNSEEN.has(tag) || isShown(tag, attributes)) return false;
    return RAW.has(tag) || this.#ends.follows(tag, this.#parser?.startIndex ?? 0);
  }

  /** Ends the line. `soft` for a mere line break. */
  #endLine(soft: boolean): void {
    for (const { text, ends, frame, linked, emphatic } of splitPreformatted(this.#pieces)) {
      this.#lines.add(text, frame, { linked, emphatic });
      if (ends) this.#lines.end(this.#order, true);
    }
    this.#pieces = [];
    this.#lines.end(this.#order, soft);
  }

  #openLink(): void {
    this.#links += 1;
    this.#lines.addLink();
  }

  #manner(): { linked: boolean; emphatic: boolean } {
    return { linked: this.#links > 0, emphatic: this.#emphatic > 0 };
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
    const whole = tag === 'meta' ? mendContent(attributes, () => this.#tagSource()) : attributes;
    for (const statement of statementsOfTag(tag, whole)) this.#state(statement);
    for (const datetime of datetimesOfTag(attributes)) this.#lines.addDatetime(datetime);
  }

  #tagSource(): string {
    const { startIndex = 0, endIndex = 0 } = this.#parser ?? {};
    return this.#source.slice(startIndex, Math.min(endIndex + 1, startIndex + MAX_VALUE));
  }

  #state({ property, value, from }: Statement): void {
    const evened = evenSpaces(value).slice(0, MAX_VALUE);
    if (evened === '' || this.#statements.length >= MAX_STATEMENTS) return;
    this.#statements.push({ property: property.trim().toLowerCase().slice(0, 100), value: evened, from });
  }

  #checkDepth(): void {
    if ((this.#frame?.depth ?? 0) > MAX_DEPTH)
      throw new RejectedArticle('too-deep', `elements nested over ${MAX_DEPTH} levels`);
  }
}
