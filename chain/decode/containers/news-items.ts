import { RejectedArticle } from '../../../domain/errors.ts';
import type { XmlStream } from '../decoder.ts';
import type { Delivery } from '../delivery.ts';
import { identify, orderBy, releaseOf } from '../delivery.ts';
import { find, findAll, findItems, parseXml, textOf, type XmlNode } from '../xml.ts';
import { cutXml } from '../xml-cutter.ts';
import type { ContainedArticle } from './contained-article.ts';

/**
 * The news items of a NewsML-G2 message, each as a separate document.
 *
 * @param source the whole message, at most 5 MB
 * @throws {RejectedArticle} if it is not readable XML
 */
export async function* splitNewsMessage(source: string): AsyncGenerator<ContainedArticle> {
  for (const content of cutXml(source, ['newsitem']))
    if (holdsStory(content, storiesOf)) yield newsItemArticle(content);
}

/** The same of a message of any length. */
export const newsMessageStream: XmlStream = {
  elements: ['newsitem'],
  open: () => (content) => (holdsStory(content, storiesOf) ? newsItemArticle(content) : null),
};

/** Also if it cannot be read: then it is refused by itself, and the others are not. */
export const holdsStory = (
  content: string,
  storiesIn: (document: XmlNode) => readonly XmlNode[],
): boolean => {
  try {
    return storiesIn(parseXml(content)).length > 0;
  } catch (error) {
    if (error instanceof RejectedArticle) return true;
    throw error;
  }
};

const newsItemArticle = (content: string): ContainedArticle => ({
  input: { contentType: 'application/vnd.iptc.g2.newsitem+xml', charset: null, content, given: {} },
});

/** The news items that contain a text or withdraw one; packages and items of pictures are left out. */
export const storiesOf = (document: XmlNode): readonly XmlNode[] =>
  findItems(document, 'newsitem').filter((item) => inlineText(item) !== null || takesTextDown(item));

const takesTextDown = (item: XmlNode): boolean =>
  deliverNewsItem(item).withdrawn !== undefined &&
  /(?:^|[:/])text$/i.test(find(item, 'itemmeta', 'itemclass')?.attributes.qcode ?? ':text');

/** Which story a news item delivers, in which version, and whether it may be shown. */
export const deliverNewsItem = (item: XmlNode): Delivery => {
  const meta = find(item, 'itemmeta') ?? item;
  const status = find(meta, 'pubstatus')?.attributes;
  const embargo = find(meta, 'embargoed');
  return {
    ...identify(item.attributes.guid ?? ''),
    ...orderBy(item.attributes.version, textOf(find(meta, 'versioncreated'))),
    ...releaseOf(status?.qcode ?? status?.uri ?? '', embargo === null ? null : textOf(embargo)),
  };
};

/** Markup or text inside an item; null if there is none. */
export const inlineText = (item: XmlNode): XmlNode | null =>
  find(item, 'contentset', 'inlinexml') ??
  findAll(item, 'inlinedata').find((data) => !isBinary(data)) ??
  null;

/** Inline data may also be a picture in base64: its type or the name of its encoding tells, a word or a URI. */
const isBinary = ({ attributes: { contenttype = '', encoding = '' } }: XmlNode): boolean =>
  binaryTypes.test(contenttype) || /base-?64/i.test(encoding);

const binaryTypes = /^\s*(?:image|audio|video|font)\/|octet-stream|pdf|zip|msword|officedocument/i;
