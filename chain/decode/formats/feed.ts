import type { Statement } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';
import type { GivenFields } from '../../../domain/given-fields.ts';
import { entriesOf, linkOf, splitFeed } from '../containers/feed-entries.ts';
import type { Decoder } from '../decoder.ts';
import { bodyBlocks, bodyLines } from '../paragraph-blocks.ts';
import { parseXml, rawText, textOf, type XmlNode } from '../xml.ts';

/** A feed with one entry, or a single RSS or Atom entry, that holds its text in full. */
export const feed: Decoder = {
  name: 'feed',
  contentTypes: ['application/rss+xml', 'application/atom+xml', 'application/rdf+xml'],
  endings: { rss: 'application/rss+xml', atom: 'application/atom+xml' },
  recognizes: (start) => /<(?:rss|rdf:RDF|feed|item|entry)[\s>]/.test(start) && !/<html[\s>]/i.test(start),
  read: (text) => {
    const entries = entriesOf(parseXml(text));
    const entry = entries[0];
    if (entry === undefined) throw new RejectedArticle('not-an-article', 'a feed without entries');
    if (entries.length > 1)
      throw new RejectedArticle(
        'not-an-article',
        `a feed of ${entries.length} entries: ingest splits such files`,
      );
    return readEntry(entry);
  },
  container: { holds: (start) => /<(?:rss|feed|rdf:RDF)[\s>]/.test(start), split: splitFeed },
};

const readEntry = (entry: XmlNode): ReturnType<Decoder['read']> => {
  const body = ['encoded', 'content', 'description', 'summary']
    .map((name) => entry.children.find((child) => child.name === name))
    .map((node) => (node === undefined ? '' : markupOf(node)))
    .find((content) => content.trim() !== '');
  const paragraphs = bodyLines(body ?? '');
  if (paragraphs.length === 0) throw new RejectedArticle('empty', 'a feed entry without content');
  return {
    statements: statementsOf(entry),
    blocks: bodyBlocks(paragraphs),
    url: linkOf(entry),
    given: givenOf(entry),
  };
};

/** Content as escaped markup, CDATA, or elements of XHTML. */
const markupOf = (node: XmlNode): string =>
  node.children.some(({ name }) => name !== '') ? node.children.map(serialize).join('') : rawText(node);

const serialize = (node: XmlNode): string =>
  node.name === '' ? node.text : `<${node.name}>${node.children.map(serialize).join('')}</${node.name}>`;

const child = (entry: XmlNode, ...names: readonly string[]): string => {
  for (const name of names) {
    const found = textOf(entry.children.find((node) => node.name === name) ?? null);
    if (found !== '') return found;
  }
  return '';
};

const givenOf = (entry: XmlNode): GivenFields => {
  const title = child(entry, 'title');
  return title === '' ? {} : { title };
};

const statementsOf = (entry: XmlNode): readonly Statement[] => {
  const entries: readonly (readonly [string, string])[] = [
    ['datepublished', child(entry, 'published', 'pubdate', 'date', 'issued', 'created')],
    ['datemodified', child(entry, 'updated', 'modified')],
    ['author.name', child(entry, 'creator', 'author')],
    ['source', child(entry, 'source')],
    ['publisher.name', child(entry, 'publisher')],
    ['inlanguage', child(entry, 'language')],
  ];
  return entries.flatMap(([property, value]) =>
    value ? [{ property, value, from: 'format' } as const] : [],
  );
};
