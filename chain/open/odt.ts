import { RejectedArticle } from '../../domain/errors.ts';
import { fileBounds } from '../decode/bounds.ts';
import { find, parseXml, rawText, textOf, type XmlNode } from '../decode/xml.ts';
import { textFile, unzip } from './archive.ts';
import { type DocumentFormat, startsWith } from './document.ts';
import { escapeMarkup, pageOf } from './page.ts';

const TYPE = 'application/vnd.oasis.opendocument.text';

/** Texts of OpenDocument (ODT). */
export const odt: DocumentFormat = {
  name: 'odt',
  contentTypes: [TYPE],
  endings: { odt: TYPE },
  recognizes: (bytes, contentType) =>
    startsWith(bytes, 'PK\u0003\u0004') &&
    (contentType === TYPE ||
      Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(200, bytes.length)).includes(TYPE)),
  open: async (bytes, input) => {
    const files = unzip(bytes, (name) => name === 'content.xml' || name === 'meta.xml');
    const text = find(parseXml(textFile(files, 'content.xml') || '<none/>', fileBounds), 'body', 'text');
    if (text === null) throw new RejectedArticle('broken', 'odt: no text in it');
    const meta = textFile(files, 'meta.xml');
    const properties = meta === '' ? null : parseXml(meta);
    return pageOf(input, {
      title: properties === null ? '' : textOf(find(properties, 'title')),
      modified: properties === null ? '' : textOf(find(properties, 'date')),
      body: paragraphs(text).join('\n'),
    });
  },
};

/** Deleted passages, notes to the author and frames of pictures are no text. */
const DROPPED: ReadonlySet<string> = new Set([
  'tracked-changes',
  'annotation',
  'frame',
  'sequence-decls',
  'forms',
]);

const paragraphs = (node: XmlNode): readonly string[] =>
  node.children.flatMap((child) => {
    if (DROPPED.has(child.name)) return [];
    if (child.name !== 'p' && child.name !== 'h') return paragraphs(child);
    const text = escapeMarkup(rawText(child));
    return [child.name === 'h' ? `<h2>${text}</h2>` : `<p>${text}</p>`];
  });
