import { find, findAll, parseXml, serializeXml, type XmlNode } from '../xml.ts';
import type { ContainedArticle } from './contained-article.ts';

/**
 * The news items of a NewsML-G2 message, each as a document of its own.
 *
 * @param source the whole message, at most 5 MB
 * @throws {RejectedArticle} where it is no readable XML
 */
export async function* splitNewsMessage(source: string): AsyncGenerator<ContainedArticle> {
  for (const item of itemsWithText(parseXml(source))) {
    const { guid } = item.attributes;
    yield {
      ...(guid ? { suggestedId: guid } : {}),
      input: {
        contentType: 'application/vnd.iptc.g2.newsitem+xml',
        charset: null,
        // Names were read in lower case; the decoder is recognized by the standard's spelling.
        content: serializeXml(item)
          .replace(/^<newsitem/, '<newsItem')
          .replace(/<\/newsitem>$/, '</newsItem>'),
        given: {},
      },
    };
  }
}

/** The news items of a message, or the one that stands by itself; packages and pictures' items stay out. */
export const itemsWithText = (document: XmlNode): readonly XmlNode[] =>
  findAll(document, 'newsitem').filter((item) => inlineText(item) !== null);

/** Markup or text inside an item; null where there is none. */
export const inlineText = (item: XmlNode): XmlNode | null =>
  find(item, 'contentset', 'inlinexml') ??
  findAll(item, 'inlinedata').find((data) => !isBinary(data)) ??
  null;

/** A picture may stand inline too, its bytes in base64: by its name or that of its encoding, a word or an address. */
const isBinary = ({ attributes: { contenttype = '', encoding = '' } }: XmlNode): boolean =>
  binaryTypes.test(contenttype) || /base-?64/i.test(encoding);

const binaryTypes = /^\s*(?:image|audio|video|font)\/|octet-stream|pdf|zip|msword|officedocument/i;
