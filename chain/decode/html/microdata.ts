import type { Statement } from '../../../domain/article.ts';
import { ARTICLE_TYPE } from '../article-types.ts';
import type { Attributes } from './boxes.ts';

interface Scope {
  readonly depth: number;
  readonly prefix: string;
}

interface OpenProperty {
  readonly depth: number;
  readonly property: string;
  text: string;
}

const MAX_TEXT = 300;

/** Collects `itemprop` values during parsing: `author.name` for one in a nested scope. */
export class MicrodataReader {
  readonly #emit: (statement: Statement) => void;
  #scopes: Scope[] = [];
  #open: OpenProperty[] = [];

  constructor(emit: (statement: Statement) => void) {
    this.#emit = emit;
  }

  open(tag: string, attributes: Attributes, depth: number): void {
    const property = attributes.itemprop?.split(' ')[0] ?? '';
    if (attributes.itemscope !== undefined) {
      this.#scopes.push({ depth, prefix: this.#scopePrefix(property, attributes.itemtype ?? '') });
      return;
    }
    if (property === '' || tag === 'meta-refresh') return;
    const value = attributes.content ?? attributes.datetime ?? linkOf(tag, attributes);
    const name = `${this.#scopes.at(-1)?.prefix ?? ''}${property}`;
    if (value !== undefined) this.#emit({ property: name, value, from: 'microdata' });
    else if (this.#open.length < 10 && property !== 'articleBody')
      this.#open.push({ depth, property: name, text: '' });
  }

  text(text: string): void {
    for (const property of this.#open) {
      if (property.text.length < MAX_TEXT) property.text += text.slice(0, MAX_TEXT);
    }
  }

  close(depth: number): void {
    while ((this.#scopes.at(-1)?.depth ?? -1) >= depth) this.#scopes.pop();
    for (let last = this.#open.at(-1); last !== undefined && last.depth >= depth; last = this.#open.at(-1)) {
      this.#emit({ property: last.property, value: last.text, from: 'microdata' });
      this.#open.pop();
    }
  }

  #scopePrefix(property: string, type: string): string {
    const outer = this.#scopes.at(-1)?.prefix ?? '';
    if (property !== '') return `${outer}${property}.`;
    return ARTICLE_TYPE.test(type) ? '' : `${type.split('/').pop() ?? 'item'}.`.toLowerCase();
  }
}

const linkOf = (tag: string, attributes: Attributes): string | undefined =>
  tag === 'link' || tag === 'img' ? (attributes.href ?? attributes.src) : undefined;
