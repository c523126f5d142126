import type { Statement } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';
import type { GivenFields } from '../../../domain/given-fields.ts';
import type { ContainedArticle } from '../containers/contained-article.ts';
import { holdsStory } from '../containers/news-items.ts';
import type { Decoder } from '../decoder.ts';
import { type Delivery, identify, instantOf, orderBy, releaseOf, severalArticles } from '../delivery.ts';
import { plainHeadline } from '../headline.ts';
import { bodyBlocks, bodyLines, type Line } from '../paragraph-blocks.ts';
import { find, findItems, parseXml, rawText, textOf, type XmlNode } from '../xml.ts';
import { cutXml } from '../xml-cutter.ts';
import { paragraphNodes } from '../xml-paragraphs.ts';

/** IPTC's NewsML 1.0 to 1.2, as older wires still send it: an item by itself or one of several in an envelope. */
export const newsml1: Decoder = {
  name: 'newsml-1',
  contentTypes: ['application/vnd.iptc.newsml+xml'],
  endings: { newsml: 'application/vnd.iptc.newsml+xml' },
  recognizes: (start) => /<(?:NewsML|NewsItem)[\s>]/.test(start),
  read: (text) => {
    const [item, ...others] = storiesOf(parseXml(text));
    if (item === undefined) throw new RejectedArticle('empty', 'NewsML without a text');
    if (others.length > 0) throw new RejectedArticle('not-an-article', 'NewsML of several items');
    return {
      statements: statementsOf(item),
      blocks: bodyBlocks(paragraphsOf(item)),
      url: null,
      given: givenOf(item),
    };
  },
  deliver: (text) => {
    const [item, ...others] = storiesOf(parseXml(text));
    if (others.length > 0) return severalArticles(others.length + 1);
    return item === undefined ? {} : deliverItem(item);
  },
  container: { holds: (start) => /<NewsML[\s>]/.test(start), split: splitItems },
};

async function* splitItems(source: string): AsyncGenerator<ContainedArticle> {
  for (const content of cutXml(source, ['newsitem'])) {
    if (!holdsStory(content, storiesOf)) continue;
    yield { input: { contentType: 'application/vnd.iptc.newsml+xml', charset: null, content, given: {} } };
  }
}

/** Items that contain a text or withdraw one; pictures are left out. */
const storiesOf = (document: XmlNode): readonly XmlNode[] =>
  findItems(document, 'newsitem').filter(
    (item) => textContents(item).length > 0 || deliverItem(item).withdrawn !== undefined,
  );

const deliverItem = (item: XmlNode): Delivery => {
  const value = (name: string): string => textOf(find(item, name));
  const [provider, date, id] = [value('providerid'), value('dateid'), value('newsitemid')];
  const status = formalName(find(item, 'newsmanagement', 'status'));
  const future = find(item, 'newsmanagement', 'statuswillchange');
  const lifted =
    future !== null && /usable/i.test(formalName(find(future, 'futurestatus')))
      ? textOf(find(future, 'dateandtime'))
      : null;
  return {
    ...identify(
      id === ''
        ? value('publicidentifier').replace(/:\d+[AN]?$/, '')
        : `urn:newsml:${provider}:${date}:${id}`,
    ),
    ...orderBy(value('revisionid'), value('thisrevisioncreated')),
    ...releaseOf(status, /embargo/i.test(status) ? (lifted ?? '') : null),
  };
};

const formalName = (node: XmlNode | null): string => node?.attributes.formalname ?? '';

/** Contents with text: by their media type or, if none is stated, because they have paragraphs. */
const textContents = (item: XmlNode): readonly XmlNode[] =>
  findItems(item, 'contentitem').flatMap((content) => {
    const type = formalName(find(content, 'mediatype'));
    const data = find(content, 'datacontent');
    return data !== null && /\S/.test(rawText(data)) && (type === '' || /text/i.test(type)) ? [data] : [];
  });

const paragraphsOf = (item: XmlNode): readonly Line[] =>
  textContents(item).flatMap((data) =>
    data.children.every(({ name }) => name === '')
      ? bodyLines(rawText(data))
      : paragraphNodes(find(data, 'body.content') ?? data),
  );

const givenOf = (item: XmlNode): GivenFields => {
  const title = plainHeadline(textOf(find(item, 'headline')));
  const provider = formalName(find(item, 'provider', 'party')) || textOf(find(item, 'providerid'));
  const source = formalName(find(item, 'source', 'party'));
  const agency = (source || provider).replace(/\.(?:com|de|net|org|fr|it|es)$/i, '');
  const language = formalName(find(item, 'descriptivemetadata', 'language')) || (item.attributes.lang ?? '');
  return {
    ...(title === '' ? {} : { title }),
    ...(agency === '' ? {} : { agency: [agency] }),
    ...(language === '' ? {} : { language }),
  };
};

const statementsOf = (item: XmlNode): readonly Statement[] => {
  const value = (...path: readonly string[]): string => textOf(find(item, ...path));
  const instant = (printed: string): string => instantOf(printed) ?? printed;
  const entries: readonly (readonly [string, string])[] = [
    ['datepublished', instant(value('newsmanagement', 'firstcreated') || value('dateid'))],
    ['datemodified', instant(value('newsmanagement', 'thisrevisioncreated'))],
    ['author.name', value('newslines', 'byline')],
    ['dateline', value('newslines', 'dateline')],
    ['copyrightholder.name', value('newslines', 'copyrightline')],
  ];
  return entries.flatMap(([property, stated]) =>
    stated ? [{ property, value: stated, from: 'format' } as const] : [],
  );
};
