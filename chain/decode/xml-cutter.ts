import { Parser } from 'htmlparser2';
import { RejectedArticle } from '../../domain/errors.ts';

const MAX_LENGTH = 5 * 1024 * 1024;
/** No accepted document is deeper; each level costs memory. */
const MAX_DEPTH = 10_000;

/**
 * Extracts the elements with given names from streamed XML, each as it was written, with the namespaces
 * in scope. Buffers at most one such element.
 */
export class XmlCutter {
  readonly #names: ReadonlySet<string>;
  readonly #parser: Parser;
  readonly #scopes: Readonly<Record<string, string>>[] = [{}];
  #found: string[] = [];
  /** Thrown only after the elements found before it have been returned. */
  #fault: RejectedArticle | null = null;
  #held = '';
  /** Position in the stream at which `#held` begins. */
  #base = 0;
  #open: { readonly start: number; readonly depth: number; readonly declared: string } | null = null;

  /** @param names  local names in lower case */
  constructor(names: readonly string[]) {
    this.#names = new Set(names);
    const handler = {
      onopentag: (tag: string, attributes: Record<string, string>) => this.#opened(tag, attributes),
      onclosetag: () => this.#closed(),
    };
    this.#parser = new Parser(handler, { xmlMode: true, decodeEntities: false });
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
    const open = this.#scopes.length - 1;
    this.#parser.end();
    if (open > 0) throw new RejectedArticle('malformed', `XML that ends within ${open} open elements`);
  }

  #opened(tag: string, attributes: Readonly<Record<string, string>>): void {
    const outer = this.#scopes.at(-1) ?? {};
    const own = Object.entries(attributes).filter(([key]) => /^xmlns(?::|$)/.test(key));
    if (this.#scopes.length > MAX_DEPTH)
      throw new RejectedArticle('too-deep', `XML nested over ${MAX_DEPTH} levels`);
    this.#scopes.push(own.length === 0 ? outer : { ...outer, ...Object.fromEntries(own) });
    if (this.#open !== null || !this.#names.has(tag.slice(tag.indexOf(':') + 1).toLowerCase())) return;
    const declared = Object.entries(outer)
      .filter(([key]) => !(key in attributes))
      .map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`);
    this.#open = { start: this.#parser.startIndex, depth: this.#scopes.length, declared: declared.join('') };
  }

  #closed(): void {
    const { start, depth, declared } = this.#open ?? { start: 0, depth: 0, declared: '' };
    if (depth === this.#scopes.length) {
      const source = this.#held.slice(start - this.#base, this.#parser.endIndex + 1 - this.#base);
      const whole = source.endsWith('>') ? source : `${source.trimEnd()}>`;
      this.#found.push(whole.replace(/^<[^\s/>]+/, (name) => `${name}${declared}`));
      this.#open = null;
    }
    if (this.#scopes.length > 1) this.#scopes.pop();
  }
}

/** The same of a whole document. @throws {RejectedArticle} */
export const cutXml = (source: string, names: readonly string[]): readonly string[] => {
  const cutter = new XmlCutter(names);
  const found = cutter.write(source);
  cutter.end();
  return found;
};
