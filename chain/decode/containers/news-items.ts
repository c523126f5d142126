import { itemsWithText } from '../formats/newsml-g2.ts';
import { parseXml, serializeXml } from '../xml.ts';
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
