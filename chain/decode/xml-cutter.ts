import type { Parser } from 'htmlparser2';
import { RejectedArticle } from '../../domain/errors.ts';
import { checkTags, fileBounds } from './bounds.ts';
import { createXmlParser } from './xml-parser.ts';
import { XmlScopes } from './xml-scopes.ts';

const MAX_LENGTH = 5 * 1024 * 1024;
/** No accepted element is deeper, and a closing tag is compared with each that is open. */
const MAX_DEPTH = 300;
/** Namespaces that are repeated in the elements of one piece: 50,000 of a sitemap have some 400 characters each. */
const MAX_REPEATED = 20 * 1024 * 1024;

/**
 * Extracts the elements with given names from streamed XML, each as it was written, with the namespaces
 * in scope. Buffers at most one such element.
 */
export class XmlCutter {
  readonly #names: ReadonlySet<string>;
  readonly #parser: Parser;
  readonly #scopes = new XmlScopes();
  #found: string[] = [];
  #repeated = 0;
  /** Thrown only after the elements found before it have been returned. */
  #fault: RejectedArticle | null = null;
  #held = '';
  /** Position in the stream at which `#held` begins. */
  #base = 0;
  #open: { readonly start: number; readonly depth: number; readonly declared: string } | null = null;

  /** @param names  local names in lower case */
  constructor(names: readonly string[]) {
    this.#names = new Set(names);
    const events = {
      opened: (tag: string, attributes: Readonly<Record<string, string>>) => this.#opened(tag, attributes),
      closed: () => this.#closed(),
    };
    // Files of any length are cut.
    const bounds = { ...fileBounds, allAttributes: Number.POSITIVE_INFINITY };
    this.#parser = createXmlParser(events, bounds);
  }

  /** @returns the elements that end in this piece @throws {RejectedArticle} `too-large` for an element over 5 MB */
  write(piece: string): readonly string[] {
    if (this.#fault !== null) throw this.#fault;
    try {
      this.#take(piece);
    } catch (error) {
      if (!(error instanceof RejectedArticle)) throw error;
      this.#fault = error;
      if (this.#found.length === 0) throw error;
    }
    this.#repeated = 0;
    return this.#found.splice(0);
  }

  #take(piece: string): void {
    this.#held += piece;
    this.#parser.write(piece);
    // An unfinished tag is the last part of the buffer.
    const begun = this.#held.lastIndexOf('<');
    const kept = this.#open?.start ?? this.#base + (begun < 0 ? this.#held.length : begun);
    this.#held = this.#held.slice(kept - this.#base);
    this.#base = kept;
    if (this.#held.length > MAX_LENGTH) throw new RejectedArticle('too-large', 'an element of XML over 5 MB');
  }

  /** @throws {RejectedArticle} `malformed` if the document is truncated */
  end(): void {
    if (this.#fault !== null) throw this.#fault;
    const open = this.#scopes.depth;
    this.#parser.end();
    if (open > 0) throw new RejectedArticle('malformed', `XML that ends within ${open} open elements`);
  }

  #opened(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#scopes.depth >= MAX_DEPTH)
      throw new RejectedArticle('too-deep', `XML nested over ${MAX_DEPTH} levels`);
    const isWanted = this.#open === null && this.#names.has(tag.slice(tag.indexOf(':') + 1).toLowerCase());
    const declared = isWanted ? this.#scopes.markup(attributes) : '';
    this.#scopes.open(attributes);
    if (isWanted) this.#open = { start: this.#parser.startIndex, depth: this.#scopes.depth, declared };
  }

  #closed(): void {
    const { start, depth, declared } = this.#open ?? { start: 0, depth: 0, declared: '' };
    if (depth > 0 && depth === this.#scopes.depth) {
      const source = this.#held.slice(start - this.#base, this.#parser.endIndex + 1 - this.#base);
      const whole = source.endsWith('>') ? source : `${source.trimEnd()}>`;
      this.#repeated += declared.length;
      if (this.#repeated > MAX_REPEATED)
        throw new RejectedArticle('too-large', 'namespaces that are repeated in too many elements of XML');
      this.#found.push(whole.replace(/^<[^\s/>]+/, (name) => `${name}${declared}`));
      this.#open = null;
    }
    this.#scopes.close();
  }
}

/** The same of a whole document. @throws {RejectedArticle} also `too-many-parts` */
export const cutXml = (source: string, names: readonly string[]): readonly string[] => {
  checkTags(source, fileBounds);
  const cutter = new XmlCutter(names);
  const found = cutter.write(source);
  cutter.end();
  return found;
};
