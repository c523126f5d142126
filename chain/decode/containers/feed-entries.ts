import { findAll, parseXml, serializeXml, textOf, type XmlNode } from '../xml.ts';
import type { ContainedArticle } from './contained-article.ts';

/**
 * The entries of an RSS or Atom file, each as a document of its own.
 *
 * @param source the whole feed, at most 5 MB
 * @throws {RejectedArticle} where it is no readable XML
 */
export async function* splitFeed(source: string): AsyncGenerator<ContainedArticle> {
  for (const entry of entriesOf(parseXml(source))) {
    const id = idOf(entry);
    yield {
      ...(id === null ? {} : { suggestedId: id }),
      input: {
        contentType: entry.name === 'entry' ? 'application/atom+xml' : 'application/rss+xml',
        charset: null,
        content: serializeXml(entry),
        given: {},
      },
    };
  }
}

/** The entries of an RSS 0.9–2.0 or Atom document. */
export const entriesOf = (document: XmlNode): readonly XmlNode[] => [
  ...findAll(document, 'item'),
  ...findAll(document, 'entry'),
];

/** The entry's own address. */
export const linkOf = (entry: XmlNode): string | null => {
  const links = entry.children.filter(({ name }) => name === 'link');
  const chosen = links.find(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate') ?? links[0];
  const url = chosen === undefined ? '' : (chosen.attributes.href ?? textOf(chosen));
  return /^https?:/i.test(url) && URL.canParse(url) ? url : null;
};

const idOf = (entry: XmlNode): string | null => {
  const node = entry.children.find(({ name }) => name === 'guid' || name === 'id');
  const text =
    node?.children
      .map((child) => child.text)
      .join('')
      .trim() ?? '';
  return text === '' ? linkOf(entry) : text;
};
