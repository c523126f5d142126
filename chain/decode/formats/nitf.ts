import type { Statement } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';
import type { GivenFields } from '../../../domain/given-fields.ts';
import type { Decoder } from '../decoder.ts';
import { identify, orderBy, releaseOf } from '../delivery.ts';
import { plainHeadline } from '../headline.ts';
import { bodyBlocks } from '../paragraph-blocks.ts';
import { find, findAll, parseXml, textOf, type XmlNode } from '../xml.ts';
import { paragraphNodes } from '../xml-paragraphs.ts';

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
    const given = givenOf(document);
    if (paragraphs.length === 0 && given.title === undefined)
      throw new RejectedArticle('empty', 'NITF without headline and body.content');
    return {
      statements: statementsOf(document),
      blocks: bodyBlocks(paragraphs),
      url: null,
      given: { ...given, ...(paragraphs.length === 0 ? { body: '' } : {}) },
    };
  },
  deliver: (text) => {
    const docdata = find(parseXml(text), 'docdata');
    if (docdata === null) return {};
    const attributes = (name: string): Readonly<Record<string, string>> =>
      find(docdata, name)?.attributes ?? {};
    const { 'id-string': id = '', regsrc = '' } = attributes('doc-id');
    return {
      ...identify(id === '' || regsrc === '' || id.includes(':') ? id : `${regsrc}:${id}`),
      ...orderBy(attributes('du-key').version, attributes('date.issue').norm),
      ...releaseOf(docdata.attributes['management-status'] ?? '', attributes('date.release').norm ?? null),
    };
  },
};

const givenOf = (document: XmlNode): GivenFields => {
  const headline = find(document, 'body.head', 'hl1') ?? find(document, 'body.head', 'hedline');
  const title = plainHeadline(textOf(headline) || textOf(find(document, 'head', 'title')));
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
