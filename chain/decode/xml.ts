import { decodeHTMLStrict } from 'entities';
import { Parser } from 'htmlparser2';
import { RejectedArticle } from '../../domain/errors.ts';
import { checkDeclarations } from './xml-declarations.ts';
import { Namespaces } from './xml-namespaces.ts';

/** An element in document order; text is a node without a name. */
export interface XmlNode {
  /** Local name, lower case, without prefix; empty for text. */
  readonly name: string;
  /** Address of its namespace; empty without one. */
  readonly space: string;
  readonly text: string;
  /** By local name, lower case. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

const MAX_DEPTH = 200;
const MAX_NODES = 200_000;

/**
 * Parses XML and never resolves anything that a document type declares: no entity, file or address
 * (XXE, entity bombs). XML and HTML entities and character references are decoded once; CDATA sections stay
 * as they are.
 *
 * @throws {RejectedArticle} `malformed`, `too-deep`, `too-large`
 */
export const parseXml = (source: string): XmlNode => {
  checkDeclarations(source);
  const builder = new TreeBuilder();
  const parser = new Parser(builder, { xmlMode: true, decodeEntities: false });
  parser.write(source);
  builder.checkComplete();
  parser.end();
  return builder.document();
};

interface OpenNode extends XmlNode {
  readonly children: XmlNode[];
}

class TreeBuilder {
  readonly #root: OpenNode = { name: '#document', space: '', text: '', attributes: {}, children: [] };
  readonly #open: OpenNode[] = [this.#root];
  readonly #namespaces = new Namespaces();
  #nodes = 0;
  #text = '';
  #verbatim = false;

  /** Call before ending the parser, because that closes open elements. */
  checkComplete(): void {
    const open = this.#open.at(-1)?.name ?? '';
    if (this.#open.length > 1)
      throw new RejectedArticle('malformed', `XML: <${open.slice(0, 50)}> is not closed`);
  }

  document(): XmlNode {
    this.#endText();
    if (this.#root.children.every(({ name }) => name === ''))
      throw new RejectedArticle('malformed', 'XML without an element');
    return this.#root;
  }

  onopentag(tag: string, attributes: Record<string, string>): void {
    this.#endText();
    const { name, space } = this.#namespaces.open(tag, attributes);
    const node: OpenNode = { name, space, text: '', attributes: readAttributes(attributes), children: [] };
    this.#add(node);
    this.#open.push(node);
    if (this.#open.length > MAX_DEPTH)
      throw new RejectedArticle('too-deep', `XML nested over ${MAX_DEPTH} levels`);
  }

  onclosetag(): void {
    this.#endText();
    this.#namespaces.close();
    if (this.#open.length > 1) this.#open.pop();
  }

  ontext(text: string): void {
    this.#text += text;
  }

  oncdatastart(): void {
    this.#endText();
    this.#verbatim = true;
  }

  oncdataend(): void {
    this.#endText();
    this.#verbatim = false;
  }

  #endText(): void {
    if (this.#text === '') return;
    const text = this.#verbatim ? this.#text : decodeHTMLStrict(this.#text);
    this.#add({ name: '', space: '', text, attributes: {}, children: [] });
    this.#text = '';
  }

  #add(node: XmlNode): void {
    this.#nodes += 1;
    if (this.#nodes > MAX_NODES) throw new RejectedArticle('too-large', `XML of over ${MAX_NODES} nodes`);
    this.#open.at(-1)?.children.push(node);
  }
}

const readAttributes = (attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([key]) => !key.startsWith('xmlns'))
      .map(([key, value]) => [key.slice(key.indexOf(':') + 1).toLowerCase(), decodeHTMLStrict(value)]),
  );

/** Every element of a name below a node, in document order. */
export const findAll = (node: XmlNode, name: string): readonly XmlNode[] =>
  node.children.flatMap((child) =>
    child.name === name ? [child, ...findAll(child, name)] : findAll(child, name),
  );

/** The first element at the end of a path of names, each anywhere below the one before. */
export const find = (node: XmlNode, ...path: readonly string[]): XmlNode | null => {
  let at: XmlNode | null = node;
  for (const name of path) at = at === null ? null : (findAll(at, name)[0] ?? null);
  return at;
};

/** All text of a node, white space collapsed. */
export const textOf = (node: XmlNode | null): string =>
  node === null ? '' : rawText(node).replace(/\s+/g, ' ').trim();

export const rawText = (node: XmlNode): string =>
  node.name === '' ? node.text : node.children.map(rawText).join('');

/** A node as markup again, names without prefixes and in lower case. */
export const serializeXml = (node: XmlNode): string => {
  if (node.name === '') return escapeXml(node.text);
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${node.name}${attributes.join('')}>${node.children.map(serializeXml).join('')}</${node.name}>`;
};

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
