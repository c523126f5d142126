import type { Statement } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';
import type { GivenFields } from '../../../domain/given-fields.ts';
import {
  deliverNewsItem,
  inlineText,
  newsMessageStream,
  splitNewsMessage,
  storiesOf,
} from '../containers/news-items.ts';
import type { Decoder } from '../decoder.ts';
import { severalArticles } from '../delivery.ts';
import { plainHeadline } from '../headline.ts';
import { bodyBlocks, bodyLines } from '../paragraph-blocks.ts';
import { find, findAll, parseXml, rawText, textOf, type XmlNode } from '../xml.ts';
import { paragraphNodes } from '../xml-paragraphs.ts';

/** One news item of IPTC's NewsML-G2, by itself or in a message, with inline XHTML, NITF or plain text. */
export const newsmlG2: Decoder = {
  name: 'newsml-g2',
  contentTypes: ['application/vnd.iptc.g2.newsitem+xml', 'application/vnd.iptc.g2.newsmessage+xml'],
  endings: { xml: 'application/xml' },
  recognizes: (start) => /<(?:\w{1,20}:)?(?:newsItem|newsMessage)[\s>]/.test(start),
  read: (text) => {
    const document = parseXml(text);
    const [item, ...others] = storiesOf(document);
    if (others.length > 0)
      throw new RejectedArticle(
        'not-an-article',
        `a message of ${others.length + 1} news items: ingest splits such files`,
      );
    const paragraphs = item ? paragraphsOf(item) : [];
    if (!item || paragraphs.length === 0) throw refusalOf(document);
    return {
      statements: statementsOf(item),
      blocks: bodyBlocks(paragraphs),
      url: null,
      given: givenOf(item),
    };
  },
  deliver: (text) => {
    const [item, ...others] = storiesOf(parseXml(text));
    if (others.length > 0) return severalArticles(others.length + 1);
    return item === undefined ? {} : deliverNewsItem(item);
  },
  container: {
    holds: (start) => /<(?:\w{1,20}:)?newsMessage[\s>]/.test(start),
    split: splitNewsMessage,
    stream: newsMessageStream,
  },
};

const refusalOf = (document: XmlNode): RejectedArticle =>
  find(document, 'newsitem') === null
    ? new RejectedArticle('not-an-article', 'NewsML-G2 without a newsItem')
    : new RejectedArticle('empty', 'a newsItem without inline text');

const paragraphsOf = (item: XmlNode): readonly { tag: string; text: string }[] => {
  const inline = inlineText(item);
  if (inline === null) return [];
  // Inline data may contain markup as escaped text or as elements.
  return inline.name === 'inlinedata' && inline.children.every(({ name }) => name === '')
    ? bodyLines(rawText(inline))
    : paragraphNodes(find(inline, 'body.content') ?? find(inline, 'body') ?? inline);
};

const givenOf = (item: XmlNode): GivenFields => {
  const title = plainHeadline(textOf(find(item, 'contentmeta', 'headline')));
  const language = find(item, 'contentmeta', 'language')?.attributes.tag ?? item.attributes.lang;
  const sources = findAll(item, 'infosource')
    .map(nameOf)
    .filter((name) => name !== '');
  return {
    ...(title === '' ? {} : { title }),
    ...(language ? { language } : {}),
    ...(sources.length === 0 ? {} : { agency: [...new Set(sources)] }),
  };
};

const nameOf = (node: XmlNode): string => textOf(find(node, 'name')) || (node.attributes.literal ?? '');

const statementsOf = (item: XmlNode): readonly Statement[] => {
  const entries: readonly (readonly [string, string])[] = [
    [
      'datepublished',
      textOf(find(item, 'contentmeta', 'contentcreated')) ||
        textOf(find(item, 'itemmeta', 'firstcreated')) ||
        textOf(find(item, 'itemmeta', 'versioncreated')),
    ],
    ['datemodified', textOf(find(item, 'itemmeta', 'versioncreated'))],
    ['author.name', textOf(find(item, 'contentmeta', 'by'))],
    ['provider.name', nameOf(find(item, 'itemmeta', 'provider') ?? item)],
    ['copyrightholder.name', textOf(find(item, 'rightsinfo', 'copyrightholder'))],
    ['dateline', textOf(find(item, 'contentmeta', 'dateline'))],
  ];
  return entries.flatMap(([property, value]) =>
    value ? [{ property, value, from: 'format' } as const] : [],
  );
};
