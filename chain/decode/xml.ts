import { decodeHTMLStrict } from 'entities';
import { RejectedArticle } from '../../domain/errors.ts';
import { checkTags, storyBounds, type TextBounds } from './bounds.ts';
import { checkDeclarations } from './xml-declarations.ts';
import { Namespaces } from './xml-namespaces.ts';
import { createXmlParser, type XmlEvents } from './xml-parser.ts';

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
 * @throws {RejectedArticle} `malformed`, `too-deep`, `too-large`, `too-many-parts`
 */
export const parseXml = (source: string, bounds: TextBounds = storyBounds): XmlNode => {
  checkTags(source, bounds);
  checkDeclarations(source);
  const builder = new TreeBuilder();
  const parser = createXmlParser(builder, bounds);
  parser.write(source);
  builder.checkComplete();
  parser.end();
  return builder.document();
};

interface OpenNode extends XmlNode {
  readonly children: XmlNode[];
}

class TreeBuilder implements XmlEvents {
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

  readonly opened = (tag: string, attributes: Readonly<Record<string, string>>): void => {
    this.#endText();
    const { name, space } = this.#namespaces.open(tag, attributes);
    const node: OpenNode = { name, space, text: '', attributes: readAttributes(attributes), children: [] };
    this.#add(node);
    this.#open.push(node);
    if (this.#open.length > MAX_DEPTH)
      throw new RejectedArticle('too-deep', `XML nested over ${MAX_DEPTH} levels`);
  };

  readonly closed = (): void => {
    this.#endText();
    this.#namespaces.close();
    if (this.#open.length > 1) this.#open.pop();
  };

  readonly text = (text: string): void => {
    this.#text += text;
  };

  readonly section = (edge: 'start' | 'end'): void => {
    this.#endText();
    this.#verbatim = edge === 'start';
  };

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
export const findAll = (node: XmlNode, name: string): readonly XmlNode[] => {
  const found: XmlNode[] = [];
  gather(node, name, found, 1);
  return found;
};

/**
 * The same of elements that are searched one by one afterwards, such as stories. Where they stand in each other, that
 * takes as many times as long: 300 kB of news items in news items took 5 seconds.
 *
 * @throws {RejectedArticle} `too-deep`
 */
export const findItems = (node: XmlNode, name: string): readonly XmlNode[] => {
  const found: XmlNode[] = [];
  if (gather(node, name, found, 1) > MOST_IN_EACH_OTHER)
    throw new RejectedArticle('too-deep', `XML of over ${MOST_IN_EACH_OTHER} <${name}> in each other`);
  return found;
};

const MOST_IN_EACH_OTHER = 3;

/** @returns how many of the elements stand in each other at most, from `level` */
const gather = (node: XmlNode, name: string, found: XmlNode[], level: number): number => {
  let deepest = level - 1;
  for (const child of node.children) {
    const isFound = child.name === name;
    if (isFound) found.push(child);
    deepest = Math.max(deepest, gather(child, name, found, isFound ? level + 1 : level));
  }
  return deepest;
};

/** The first element at the end of a path of names, each anywhere below the one before. */
export const find = (node: XmlNode, ...path: readonly string[]): XmlNode | null => {
  let at: XmlNode | null = node;
  for (const name of path) at = at === null ? null : findFirst(at, name);
  return at;
};

const findFirst = (node: XmlNode, name: string): XmlNode | null => {
  for (const child of node.children) {
    const found = child.name === name ? child : findFirst(child, name);
    if (found !== null) return found;
  }
  return null;
};

/** The text of a field, white space collapsed; no field is longer than 100,000 characters. */
export const textOf = (node: XmlNode | null): string =>
  node === null ? '' : rawText(node, LONGEST_FIELD).replace(/\s+/g, ' ').trim();

const LONGEST_FIELD = 100_000;

/** All text of a node. @param most  reads no further than so many characters */
export const rawText = (node: XmlNode, most = Number.POSITIVE_INFINITY): string => {
  const texts: string[] = [];
  gatherText(node, texts, most);
  return texts.join('').slice(0, most);
};

/** @returns how many characters are left */
const gatherText = (node: XmlNode, texts: string[], most: number): number => {
  if (node.text !== '') texts.push(node.text);
  let left = most - node.text.length;
  for (const child of node.children) {
    if (left <= 0) break;
    left = gatherText(child, texts, left);
  }
  return left;
};

/** A node as markup again, names without prefixes and in lower case. */
export const serializeXml = (node: XmlNode): string => {
  const parts: string[] = [];
  write(node, parts);
  return parts.join('');
};

const write = (node: XmlNode, parts: string[]): void => {
  if (node.name === '') {
    parts.push(escapeXml(node.text));
    return;
  }
  parts.push(`<${node.name}`);
  for (const [key, value] of Object.entries(node.attributes)) parts.push(` ${key}="${escapeXml(value)}"`);
  parts.push('>');
  for (const child of node.children) write(child, parts);
  parts.push(`</${node.name}>`);
};

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
