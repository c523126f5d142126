import type { Statement } from '../../../domain/article.ts';

/** Types of the vocabulary of schema.org that are an article, and no list, site or product. */
const ARTICLE = /(?:Article|NewsArticle|BlogPosting|Report|Posting|LiveBlog)$/;
const PROPERTIES = [
  'headline',
  'alternativeHeadline',
  'description',
  'datePublished',
  'dateModified',
  'dateCreated',
  'uploadDate',
  'articleBody',
  'inLanguage',
  'url',
  'dateline',
  'mainEntityOfPage',
  'articleSection',
] as const;
const NAMED = [
  'author',
  'publisher',
  'creator',
  'sourceOrganization',
  'provider',
  'copyrightHolder',
] as const;
const MAX_NODES = 2000;
const MAX_DEPTH = 12;
const MAX_VALUE = 200_000;

/**
 * What JSON-LD states about the article of a page, a graph and lists included.
 *
 * @param text the script's text; control characters and wrappers that sites leave in are forgiven
 * @returns empty where it is no JSON
 */
export const readStructuredData = (text: string): readonly Statement[] => {
  const root = parse(text);
  const found: Statement[] = [];
  let seen = 0;
  const visit = (node: unknown, depth: number): void => {
    seen += 1;
    if (seen > MAX_NODES || depth > MAX_DEPTH || typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const item of node) visit(item, depth + 1);
      return;
    }
    const record = node as Record<string, unknown>;
    if (typesOf(record).some((type) => ARTICLE.test(type))) found.push(...readArticle(record));
    for (const key of ['@graph', 'mainEntity', 'itemListElement', 'item', 'mainEntityOfPage'])
      visit(record[key], depth + 1);
  };
  visit(root, 0);
  return found;
};

const parse = (text: string): unknown => {
  const bare = text
    .replace(/^\s*(?:\/\*\s*)?<!\[CDATA\[(?:\s*\*\/)?|(?:\/\*\s*)?\]\]>(?:\s*\*\/)?\s*$/g, '')
    .trim();
  for (const candidate of [bare, bare.replace(/[\u0000-\u001f]+/g, ' '), bare.replace(/;\s*$/, '')]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // Tried again, mended; a script that no mending helps states nothing.
    }
  }
  return null;
};

const typesOf = (node: Record<string, unknown>): readonly string[] =>
  [node['@type']].flat().filter((type): type is string => typeof type === 'string');

const readArticle = (node: Record<string, unknown>): Statement[] => {
  const found: Statement[] = [];
  const add = (property: string, value: unknown): void => {
    if (typeof value !== 'string' || value.trim() === '') return;
    found.push({
      property: property.toLowerCase(),
      value: value.trim().slice(0, MAX_VALUE),
      from: 'json-ld',
    });
  };
  for (const property of PROPERTIES) add(property, plainValue(node[property]));
  for (const property of NAMED) {
    for (const named of [node[property]].flat().slice(0, 20)) addNamed(property, named, add);
  }
  return found;
};

const addNamed = (
  property: string,
  named: unknown,
  add: (property: string, value: unknown) => void,
): void => {
  if (typeof named === 'string') add(`${property}.name`, named);
  else if (typeof named === 'object' && named !== null) {
    const { name, url } = named as Record<string, unknown>;
    for (const one of [name].flat()) add(`${property}.name`, one);
    add(`${property}.url`, url);
  }
};

const plainValue = (value: unknown): unknown => {
  if (Array.isArray(value)) return plainValue(value[0]);
  if (typeof value === 'object' && value !== null) return (value as Record<string, unknown>)['@id'];
  return value;
};
