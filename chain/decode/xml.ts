import { decodeXML } from 'entities';
import { XMLParser } from 'fast-xml-parser';
import { RejectedArticle } from '../../domain/errors.ts';

/** An element in document order; text is a node without a name. */
export interface XmlNode {
  /** Local name, lower case, without prefix; empty for text. */
  readonly name: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

const MAX_DEPTH = 200;
const MAX_NODES = 200_000;

/**
 * Reads XML without ever resolving what a document type declares: no entity of its own, no file, no address
 * (XXE, entity bombs). Only the five entities of XML and character references are read.
 *
 * @throws {RejectedArticle} `malformed`, `too-deep`, `too-large`
 */
export const parseXml = (source: string): XmlNode => {
  if (/<!ENTITY/i.test(source))
    throw new RejectedArticle('malformed', 'XML that declares entities of its own');
  let parsed: unknown;
  try {
    parsed = parser.parse(source);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.slice(0, 200) : 'unreadable';
    throw new RejectedArticle('malformed', `XML: ${message}`, { cause });
  }
  const budget = { nodes: 0 };
  return { name: '#document', text: '', attributes: {}, children: nodesOf(parsed, 0, budget) };
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

const nodesOf = (value: unknown, depth: number, budget: { nodes: number }): readonly XmlNode[] => {
  if (depth > MAX_DEPTH) throw new RejectedArticle('too-deep', `XML nested over ${MAX_DEPTH} levels`);
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) => nodeOf(item, depth, budget));
};

const nodeOf = (item: unknown, depth: number, budget: { nodes: number }): XmlNode => {
  budget.nodes += 1;
  if (budget.nodes > MAX_NODES) throw new RejectedArticle('too-large', `XML of over ${MAX_NODES} nodes`);
  const entries = Object.entries(item ?? {});
  const attributes = attributesOf(entries.find(([key]) => key === ':@')?.[1]);
  const [key, value]: readonly [string, unknown] = entries.find(([name]) => name !== ':@') ?? ['#text', ''];
  if (key === '#text') return { name: '', text: decodeXML(String(value)), attributes, children: [] };
  return { name: key.toLowerCase(), text: '', attributes, children: nodesOf(value, depth + 1, budget) };
};

const attributesOf = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(value ?? {}).map(([key, content]) => [key.toLowerCase(), decodeXML(String(content))]),
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

/** All text of a node, white space evened. */
export const textOf = (node: XmlNode | null): string =>
  node === null ? '' : rawText(node).replace(/\s+/g, ' ').trim();

export const rawText = (node: XmlNode): string =>
  node.name === '' ? node.text : node.children.map(rawText).join('');

/** A node as XML again, names without prefixes and in lower case. */
export const serializeXml = (node: XmlNode): string => {
  if (node.name === '') return escapeXml(node.text);
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${node.name}${attributes.join('')}>${node.children.map(serializeXml).join('')}</${node.name}>`;
};

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
