import type { Statement } from '../../../domain/article.ts';
import type { Attributes } from './boxes.ts';
import { evenSpaces } from './line.ts';
import { readStructuredData } from './structured-data.ts';

const MAX_STATEMENTS = 500;
const MAX_VALUE = 20_000;
const MAX_SCRIPT = 500_000;

/** An element whose text is a value: `<title>`, an `itemprop`, a script of structured data. */
interface OpenValue {
  readonly tag: string;
  readonly property: string;
  readonly from: Statement['from'];
  depth: number;
  text: string;
}

/** Gathers what a page states of itself while it is read. */
export class StatementGatherer {
  readonly #found: Statement[] = [];
  #open: OpenValue[] = [];

  open(tag: string, attributes: Attributes): void {
    for (const value of this.#open) if (value.tag === tag) value.depth += 1;
    if (tag === 'html' && attributes.lang) this.#add('lang', attributes.lang, 'html');
    if (tag === 'html' && !attributes.lang && attributes['xml:lang'])
      this.#add('lang', attributes['xml:lang'], 'html');
    if (tag === 'base' && attributes.href) this.#add('base', attributes.href, 'html');
    if (tag === 'link') this.#openLink(attributes);
    else if (tag === 'meta') this.#openMeta(attributes);
    else if (tag === 'title') this.#begin(tag, 'title', 'title');
    else if (tag === 'script' && isStructuredData(attributes.type)) this.#begin(tag, 'json-ld', 'json-ld');
    else if (tag === 'time') this.#openTime(tag, attributes);
    else if (attributes.itemprop) this.#openItem(tag, attributes.itemprop, attributes);
  }

  text(text: string): void {
    for (const value of this.#open) {
      const limit = value.from === 'json-ld' ? MAX_SCRIPT : MAX_VALUE;
      if (value.text.length < limit) value.text += text;
    }
  }

  close(tag: string): void {
    if (this.#open.length === 0) return;
    for (const value of this.#open) {
      if (value.tag !== tag) continue;
      value.depth -= 1;
      if (value.depth === 0) this.#finishValue(value);
    }
    this.#open = this.#open.filter(({ depth }) => depth > 0);
  }

  finish(): readonly Statement[] {
    for (const value of this.#open) this.#finishValue(value);
    this.#open = [];
    return this.#found;
  }

  #openLink({ rel, href }: Attributes): void {
    if (rel && href && /\b(?:canonical|shortlink|amphtml)\b/i.test(rel))
      this.#add(rel.toLowerCase(), href, 'link');
  }

  #openMeta({ property, name, itemprop, 'http-equiv': header, content }: Attributes): void {
    const key = property ?? name ?? itemprop ?? header;
    if (key && content) this.#add(key, content, 'meta');
  }

  #openTime(tag: string, { datetime, itemprop, pubdate }: Attributes): void {
    const property = itemprop ?? (pubdate === undefined ? 'time' : 'pubdate');
    if (datetime) this.#add(property, datetime, 'time');
    else this.#begin(tag, property, 'time');
  }

  #openItem(tag: string, itemprop: string, { content, datetime, href }: Attributes): void {
    const value = content ?? datetime ?? (tag === 'link' ? href : undefined);
    if (value) this.#add(itemprop, value, 'microdata');
    else if (VALUED.has(itemprop.toLowerCase())) this.#begin(tag, itemprop, 'microdata');
  }

  #begin(tag: string, property: string, from: Statement['from']): void {
    if (this.#open.length < 20) this.#open.push({ tag, property, from, depth: 1, text: '' });
  }

  #finishValue({ property, from, text }: OpenValue): void {
    if (from === 'json-ld') for (const statement of readStructuredData(text)) this.#push(statement);
    else this.#add(property, text, from);
  }

  #add(property: string, value: string, from: Statement['from']): void {
    const text = evenSpaces(value.slice(0, MAX_VALUE));
    if (text !== '') this.#push({ property: property.toLowerCase().slice(0, 100), value: text, from });
  }

  #push(statement: Statement): void {
    if (this.#found.length < MAX_STATEMENTS) this.#found.push(statement);
  }
}

const VALUED = new Set([
  'headline',
  'name',
  'author',
  'publisher',
  'datepublished',
  'datemodified',
  'datecreated',
]);

const isStructuredData = (type: string | undefined): boolean => /^application\/ld\+json\b/i.test(type ?? '');
