import type { RawInput } from '../../../domain/article.ts';
import { entriesOf, linkOf } from '../formats/feed.ts';
import { parseXml, type XmlNode } from '../xml.ts';

/** One article out of a file of many. */
export interface ContainedArticle {
  /** An id that the container gives, to be put behind the import's namespace. */
  readonly suggestedId?: string;
  readonly input: RawInput;
}

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
        content: serialize(entry),
        given: {},
      },
    };
  }
}

const idOf = (entry: XmlNode): string | null => {
  const node = entry.children.find(({ name }) => name === 'guid' || name === 'id');
  const text =
    node?.children
      .map((child) => child.text)
      .join('')
      .trim() ?? '';
  return text === '' ? linkOf(entry) : text;
};

const serialize = (node: XmlNode): string => {
  if (node.name === '') return escapeXml(node.text);
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${node.name}${attributes.join('')}>${node.children.map(serialize).join('')}</${node.name}>`;
};

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
