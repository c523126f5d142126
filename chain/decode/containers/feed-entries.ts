import { findAll, parseXml, serializeXml, textOf, type XmlNode } from '../xml.ts';
import { NAMESPACES } from '../xml-namespaces.ts';
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
  const alternate = ({ attributes }: XmlNode): boolean => (attributes.rel ?? 'alternate') === 'alternate';
  const chosen =
    links.find((link) => link.space === entry.space && alternate(link)) ?? links.find(alternate) ?? links[0];
  const permanent = entry.children.find(
    ({ name, attributes }) => name === 'guid' && attributes.ispermalink !== 'false',
  );
  return webAddress(chosen) ?? webAddress(permanent);
};

const webAddress = (node: XmlNode | undefined): string | null => {
  const url = node === undefined ? '' : (node.attributes.href ?? textOf(node));
  return /^https?:/i.test(url) && URL.canParse(url) ? url : null;
};

/** A child of an entry in the feed's own vocabulary, or in one of those named; never one of pictures and podcasts. */
export const childOf = (
  entry: XmlNode,
  name: string,
  ...spaces: readonly (keyof typeof NAMESPACES)[]
): XmlNode | undefined =>
  entry.children.find(
    (node) =>
      node.name === name &&
      (node.space === entry.space || spaces.some((space) => node.space === NAMESPACES[space])),
  );

const idOf = (entry: XmlNode): string | null => {
  const node = entry.children.find(({ name }) => name === 'guid' || name === 'id');
  const text =
    node?.children
      .map((child) => child.text)
      .join('')
      .trim() ?? '';
  return text === '' ? linkOf(entry) : text;
};
