import type { Statement } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';
import type { GivenFields } from '../../../domain/given-fields.ts';
import {
  childOf,
  deliverEntry,
  entriesOf,
  feedStream,
  linkOf,
  splitFeed,
} from '../containers/feed-entries.ts';
import type { Decoder } from '../decoder.ts';
import { severalArticles } from '../delivery.ts';
import { plainHeadline } from '../headline.ts';
import { bodyBlocks, htmlLines } from '../paragraph-blocks.ts';
import { parseXml, rawText, serializeXml, textOf, type XmlNode } from '../xml.ts';

/** A feed with one entry, or a single RSS or Atom entry, with its full text. */
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
  deliver: (text) => {
    const [entry, ...others] = entriesOf(parseXml(text));
    if (others.length > 0) return severalArticles(others.length + 1);
    return entry === undefined ? {} : deliverEntry(entry);
  },
  container: {
    holds: (start) => /<(?:rss|feed|rdf:RDF)[\s>]/.test(start),
    split: splitFeed,
    stream: feedStream,
  },
};

const readEntry = (entry: XmlNode): ReturnType<Decoder['read']> => {
  const title = plainHeadline(rawText(childOf(entry, 'title', 'dc') ?? EMPTY));
  const paragraphs = contentOf(entry);
  if (paragraphs.length === 0 && title === '')
    throw new RejectedArticle('empty', 'a feed entry without title and content');
  return {
    statements: statementsOf(entry),
    blocks: bodyBlocks(paragraphs),
    url: linkOf(entry),
    given: givenOf(title, paragraphs.length),
  };
};

/** A title alone is an article, too. */
const givenOf = (title: string, paragraphs: number): GivenFields => ({
  ...(title === '' ? {} : { title }),
  ...(paragraphs === 0 ? { body: '' } : {}),
});

const contentOf = (entry: XmlNode): ReturnType<typeof htmlLines> => {
  const places = [
    childOf(entry, 'encoded', 'content'),
    childOf(entry, 'content', 'atom'),
    childOf(entry, 'description', 'dc'),
    childOf(entry, 'summary', 'atom'),
  ];
  for (const place of places) {
    const lines = place === undefined ? [] : htmlLines(markupOf(place));
    if (lines.length > 0) return lines;
  }
  return [];
};

/** Content as escaped markup, CDATA, or elements of XHTML. */
const markupOf = (node: XmlNode): string =>
  node.children.some(({ name }) => name !== '') ? node.children.map(serializeXml).join('') : rawText(node);

const EMPTY: XmlNode = { name: '', space: '', text: '', attributes: {}, children: [] };

const statementsOf = (entry: XmlNode): readonly Statement[] => {
  const first = (...nodes: readonly (XmlNode | undefined)[]): string =>
    nodes.map((node) => textOf(node ?? null)).find((text) => text !== '') ?? '';
  const own = (name: string): XmlNode | undefined => childOf(entry, name, 'dc', 'dcterms', 'atom');
  const entries: readonly (readonly [string, string])[] = [
    ['datepublished', first(own('published'), own('pubdate'), own('date'), own('issued'), own('created'))],
    ['datemodified', first(own('updated'), own('modified'))],
    ['author.name', authorOf(entry)],
    ['source', first(childOf(entry, 'source'))],
    ['publisher.name', first(own('publisher'))],
    ['inlanguage', first(own('language')) || (entry.attributes.lang ?? '')],
  ];
  return entries.flatMap(([property, value]) =>
    value ? [{ property, value, from: 'format' } as const] : [],
  );
};

/** Atom names authors in a separate element; RSS writes `desk@agency.example (Agency)`. */
const authorOf = (entry: XmlNode): string => {
  const author = childOf(entry, 'author', 'atom');
  const name = author?.children.find((node) => node.name === 'name');
  const printed = textOf(childOf(entry, 'creator', 'dc') ?? name ?? author ?? null);
  const bracketed = /^\S{1,200}@\S{1,200}\s+\(([^()]{1,200})\)$/.exec(printed)?.[1];
  return (bracketed ?? printed).replace(/\S{1,200}@\S{1,200}/g, '').trim();
};
