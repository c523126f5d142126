import { createHash } from 'node:crypto';
import { RejectedArticle } from '../../../domain/errors.ts';
import type { XmlStream } from '../decoder.ts';
import type { Delivery } from '../delivery.ts';
import { identify, instantOf, orderBy } from '../delivery.ts';
import { find, findAll, parseXml, textOf, type XmlNode } from '../xml.ts';
import { cutXml } from '../xml-cutter.ts';
import { NAMESPACES } from '../xml-namespaces.ts';
import type { ContainedArticle } from './contained-article.ts';

/**
 * The entries of an RSS or Atom file, each as a separate document.
 *
 * @param source the whole feed, at most 5 MB
 * @throws {RejectedArticle} if it is not readable XML
 */
export async function* splitFeed(source: string): AsyncGenerator<ContainedArticle> {
  const entries = cutXml(source, ENTRIES).map((content) => ({ content, entry: onlyEntry(content) }));
  const stories = new Map<string, Set<string>>();
  for (const { entry } of entries) {
    if (entry === null) continue;
    const known = stories.get(guidOf(entry)) ?? new Set<string>();
    stories.set(guidOf(entry), known.add(sign(entry)));
  }
  for (const { content, entry } of entries) {
    const isShared = entry !== null && (stories.get(guidOf(entry))?.size ?? 0) > 1;
    yield entryArticle(content, isShared ? sign(entry) : null);
  }
}

const ENTRIES = ['item', 'entry'] as const;

/** The same of a feed of any length. Of several stories with one guid the first keeps it, because a stream does not know the later ones yet. */
export const feedStream: XmlStream = {
  elements: ENTRIES,
  open: () => {
    const stories = new Map<string, string>();
    return (content) => {
      const entry = onlyEntry(content);
      if (entry === null) return entryArticle(content, null);
      const guid = guidOf(entry);
      const first = stories.get(guid) ?? sign(entry);
      stories.set(guid, first);
      return entryArticle(content, first === sign(entry) ? null : sign(entry));
    };
  },
};

/** @param suggestedId  if another story of the feed has the same guid, which then identifies none */
const entryArticle = (content: string, suggestedId: string | null): ContainedArticle => ({
  ...(suggestedId === null ? {} : { suggestedId }),
  input: {
    contentType: /^<(?:[^\s/>:]{1,100}:)?entry[\s/>]/i.test(content)
      ? 'application/atom+xml'
      : 'application/rss+xml',
    charset: null,
    content,
    given: {},
  },
});

/** Null if it cannot be read: then it is refused by itself, and the others are not. */
const onlyEntry = (content: string): XmlNode | null => {
  try {
    const document = parseXml(content);
    return entriesOf(document)[0] ?? document;
  } catch (error) {
    if (error instanceof RejectedArticle) return null;
    throw error;
  }
};

/** What distinguishes stories in addition to the guid: their address, else their title. */
const sign = (entry: XmlNode): string =>
  linkOf(entry) ?? `${guidOf(entry)}#${hash(textOf(childOf(entry, 'title', 'dc') ?? null))}`;

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Which story an entry delivers, and whether it may be shown: WordPress exports contain drafts and pages, too. */
export const deliverEntry = (entry: XmlNode): Delivery => {
  const modified = textOf(childOf(entry, 'updated', 'atom') ?? childOf(entry, 'modified', 'dcterms') ?? null);
  const made = modified || textOf(childOf(entry, 'pubdate') ?? childOf(entry, 'published', 'atom') ?? null);
  const { id, localId } = identify(guidOf(entry));
  const link = linkOf(entry);
  const unpublished = wordPressState(entry);
  return {
    ...(id === undefined ? {} : { id }),
    ...(localId === undefined ? {} : ownOf(localId, link)),
    ...(id === undefined && localId === undefined && link !== null ? { id: link } : {}),
    ...(instantOf(made) === null ? {} : orderBy(undefined, made)),
    ...(unpublished === null ? {} : { refused: { reason: 'not-published', detail: unpublished } }),
  };
};

/** A number is unique within a site, so the site's name makes it globally unique. */
const ownOf = (localId: string, link: string | null): Pick<Delivery, 'id' | 'localId'> =>
  link === null ? { localId } : { id: `${new URL(link).host}:${localId}` };

const wordPressState = (entry: XmlNode): string | null => {
  const value = (name: string): string | null => {
    const node = entry.children.find(
      (child) => child.name === name && (child.space.startsWith(NAMESPACES.wp) || child.space === 'wp'),
    );
    return node === undefined ? null : textOf(node);
  };
  const status = value('status') ?? 'publish';
  const type = value('post_type') ?? 'post';
  if (status !== 'publish' || type !== 'post') return `WordPress export: ${type} with status ${status}`;
  return value('post_password') ? 'WordPress export: post with a password' : null;
};

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

/** A child of an entry in the feed's own namespace or one of the given ones; never one of pictures and podcasts. */
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

const guidOf = (entry: XmlNode): string =>
  textOf(childOf(entry, 'guid') ?? childOf(entry, 'id', 'atom') ?? null) ||
  (entry.attributes.about ?? textOf(find(entry, 'identifier')));
