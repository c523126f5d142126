import type { Statement } from '../../../domain/article.ts';
import { ARTICLE_TYPE } from '../article-types.ts';
import { requoted } from './requoted.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Node = { readonly [key: string]: Json };

const MAX_SOURCE = 1_000_000;
const MAX_VALUE = 200_000;
const MAX_STATEMENTS = 500;

/**
 * The statements of JSON-LD: properties of the first article without a prefix (`headline`, `author.name`), those of
 * further articles with the prefix `other.`, those of anything else with its type (`webpage.datepublished`).
 */
export const readLinkedData = (sources: readonly string[]): readonly Statement[] => {
  const nodes = sources.flatMap((source) => topNodes(parseLeniently(source), 0));
  const statements: Statement[] = [];
  let articles = 0;
  for (const node of nodes) {
    const type = typeOf(node);
    const isArticle = ARTICLE_TYPE.test(type);
    if (isArticle) articles += 1;
    const ofArticle = articles === 1 ? '' : 'other.';
    flatten(node, isArticle ? ofArticle : `${type.toLowerCase() || 'thing'}.`, 0, statements);
  }
  return statements;
};

/** JSON as pages really write it: in CDATA or comments, with raw line breaks and trailing commas. */
const parseLeniently = (source: string): Json => {
  if (source.length > MAX_SOURCE) return null;
  const bare = source
    .replace(/^\s{0,100}(?:\/\/)?(?:<!\[CDATA\[|<!--)/, '')
    .replace(/(?:\/\/)?(?:\]\]>|-->)\s{0,100}$/, '');
  for (const repair of [asIs, repaired, (text: string) => repaired(requoted(text))]) {
    try {
      const value: Json = JSON.parse(repair(bare));
      return value;
    } catch {
      // The next attempt is more lenient; if all fail, the block is ignored.
    }
  }
  return null;
};

const asIs = (source: string): string => source;

const repaired = (source: string): string =>
  source
    .replace(/[\u0000-\u001f]/g, ' ')
    .replace(/\\(?!["\\/bfnrtu])/g, '\\\\')
    .replace(/,(?= {0,50}[}\]])/g, '')
    .replace(/; {0,50}$/, '');

const isNode = (value: Json | undefined): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const topNodes = (value: Json, depth: number): readonly Node[] => {
  if (depth > 5) return [];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((item: Json) => topNodes(item, depth + 1));
  if (!isNode(value)) return [];
  const graph = value['@graph'];
  const main = value.mainEntity ?? value.mainEntityOfPage;
  const nested = isNode(main) && ARTICLE_TYPE.test(typeOf(main)) ? topNodes(main, depth + 1) : [];
  return graph === undefined ? [...nested, value] : topNodes(graph, depth + 1);
};

const typeOf = (node: Node): string => {
  const type = node['@type'];
  if (typeof type === 'string') return type;
  if (!Array.isArray(type)) return '';
  const names = type.filter((name): name is string => typeof name === 'string');
  return names.find((name) => ARTICLE_TYPE.test(name)) ?? names[0] ?? '';
};

const flatten = (value: Json, property: string, depth: number, into: Statement[]): void => {
  if (into.length >= MAX_STATEMENTS || depth > 4) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 30)) flatten(item, property, depth, into);
  } else if (isNode(value)) {
    const prefix = property === '' || property.endsWith('.') ? property : `${property}.`;
    for (const [key, inner] of Object.entries(value).slice(0, 80)) {
      if (key !== '@context') flatten(inner, prefix + key.toLowerCase(), depth + 1, into);
    }
  } else if (value !== null && value !== '') {
    into.push({ property, value: String(value).slice(0, MAX_VALUE), from: 'json-ld' });
  }
};
