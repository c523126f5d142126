import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { find, parseXml, textOf } from '../decode/xml.ts';
import { textFile, unzip } from './archive.ts';
import { type DocumentFormat, startsWith } from './document.ts';
import { pageOf } from './page.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Word documents (Office Open XML). Pictures and other parts are never unpacked. */
export const docx: DocumentFormat = {
  name: 'docx',
  contentTypes: [TYPE],
  endings: { docx: TYPE },
  recognizes: (bytes, contentType) =>
    startsWith(bytes, 'PK\u0003\u0004') && (contentType === TYPE || holds(bytes, 'word/document.xml')),
  open: async (bytes, input) => {
    const files = unzip(bytes, (name) => /\.(?:xml|rels)$/i.test(name));
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

const holds = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name);
