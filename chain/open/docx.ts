import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { checkTags, fileBounds } from '../decode/bounds.ts';
import { find, parseXml, textOf } from '../decode/xml.ts';
import { XmlCutter } from '../decode/xml-cutter.ts';
import { textFile, unzip } from './archive.ts';
import { type DocumentFormat, startsWith } from './document.ts';
import { pageOf } from './page.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The reader needs over half a minute for 500,000. */
const MOST_TAGS = 200_000;

/** Word documents (Office Open XML). Pictures and other parts are never unpacked. */
export const docx: DocumentFormat = {
  name: 'docx',
  contentTypes: [TYPE],
  endings: { docx: TYPE },
  recognizes: (bytes, contentType) =>
    startsWith(bytes, 'PK\u0003\u0004') && (contentType === TYPE || holds(bytes, 'word/document.xml')),
  open: async (bytes, input) => {
    const files = unzip(bytes, (name) => /\.(?:xml|rels)$/i.test(name));
    for (const name of files.keys()) checkParts(textFile(files, name));
    // Passed on already unpacked, so that the reader unpacks nothing without a size check.
    const buffer = Buffer.from(zipSync(Object.fromEntries(files), { level: 0 }));
    const { value } = await mammoth.convertToHtml({ buffer });
    const core = textFile(files, 'docProps/core.xml');
    const properties = core === '' ? null : parseXml(core);
    return pageOf(input, {
      title: properties === null ? '' : textOf(find(properties, 'title')),
      modified: properties === null ? '' : textOf(find(properties, 'modified')),
      body: value,
    });
  },
};

/**
 * The reader has no limits: two million paragraphs in each other, 14 kB packed, took it more than half a minute.
 *
 * @throws {RejectedArticle} `too-many-parts`, `too-deep`
 */
const checkParts = (xml: string): void => {
  checkTags(xml, { ...fileBounds, tags: MOST_TAGS });
  new XmlCutter([]).write(xml);
};

const holds = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name);
