import type { Statement } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';
import type { GivenFields } from '../../../domain/given-fields.ts';
import type { Decoder } from '../decoder.ts';
import { bodyBlocks } from '../paragraph-blocks.ts';
import { find, findAll, parseXml, textOf, type XmlNode } from '../xml.ts';

/** IPTC's News Industry Text Format. */
export const nitf: Decoder = {
  name: 'nitf',
  contentTypes: ['application/nitf+xml'],
  endings: { xml: 'application/xml' },
  recognizes: (start) => /<(?:\w{1,20}:)?nitf[\s>]/.test(start),
  read: (text) => {
    const document = parseXml(text);
    const content = find(document, 'body.content');
    const paragraphs = content === null ? [] : paragraphNodes(content);
    if (paragraphs.length === 0) throw new RejectedArticle('empty', 'NITF without body.content');
    return {
      statements: statementsOf(document),
      blocks: bodyBlocks(paragraphs),
      url: null,
      given: givenOf(document),
    };
  },
};

const KEPT = new Set([
  'p',
  'hl2',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'bq',
  'pre',
  'dd',
  'dt',
]);
const DROPPED = new Set([
  'media',
  'media-caption',
  'figure',
  'figcaption',
  'table',
  'script',
  'style',
  'head',
]);

/** Paragraph-like elements in document order, media left out. */
export const paragraphNodes = (node: XmlNode): readonly { tag: string; text: string }[] =>
  node.children.flatMap((child) => {
    if (DROPPED.has(child.name)) return [];
    if (!KEPT.has(child.name)) return [...paragraphNodes(child)];
    const inner = paragraphNodes(child);
    if (inner.length > 0) return [...inner];
    const text = textOf(child);
    return text === '' ? [] : [{ tag: child.name === 'hl2' ? 'h2' : child.name, text }];
  });

const givenOf = (document: XmlNode): GivenFields => {
  const title = textOf(find(document, 'body.head', 'hl1')) || textOf(find(document, 'head', 'title'));
  const sources = [
    textOf(find(document, 'distributor', 'org')),
    textOf(find(document, 'body.head', 'distributor')),
  ];
  const agency = sources.find((name) => name !== '');
  return { ...(title === '' ? {} : { title }), ...(agency === undefined ? {} : { agency: [agency] }) };
};

const statementsOf = (document: XmlNode): readonly Statement[] => {
  const issued = find(document, 'docdata', 'date.issue')?.attributes.norm ?? '';
  const released = find(document, 'docdata', 'date.release')?.attributes.norm ?? '';
  const entries: readonly (readonly [string, string])[] = [
    ['datepublished', isoOf(issued || released)],
    ['author.name', textOf(findAll(document, 'byline')[0] ?? null)],
    ['dateline', textOf(find(document, 'body.head', 'dateline'))],
    ['copyrightholder.name', find(document, 'docdata', 'doc.copyright')?.attributes.holder ?? ''],
  ];
  return entries.flatMap(([property, value]) =>
    value ? [{ property, value, from: 'format' } as const] : [],
  );
};

/** `20191220T070300+0800`, as NITF writes, in ISO 8601's long form. */
const isoOf = (norm: string): string => {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(norm);
  if (!parts) return norm;
  const [, year, month, day, hour, minute, second = '00', zone = ''] = parts;
  const time =
    hour === undefined ? '' : `T${hour}:${minute}:${second}${zone.replace(/(\d\d)(\d\d)$/, '$1:$2')}`;
  return `${year}-${month}-${day}${time}`;
};
