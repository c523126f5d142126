import type { Decoder } from '../decoder.ts';
import { readLinkedData } from './linked-data.ts';
import { readPage } from './page-reader.ts';
import { readScriptedDays } from './scripted-days.ts';
import { statedAddress } from './stated-address.ts';

const MARKUP =
  /<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|article|section|h[1-6]|span|script|br|a)\b/i;

/** HTML pages of any age. */
export const html: Decoder = {
  name: 'html',
  contentTypes: ['text/html', 'application/xhtml+xml'],
  endings: { html: 'text/html', htm: 'text/html' },
  recognizes: (start) => start.startsWith('<') && MARKUP.test(start),
  read: (text) => {
    const { blocks, statements, linkedData } = readPage(text);
    const all = [...readLinkedData(linkedData), ...statements, ...readScriptedDays(text)];
    return { blocks, statements: all, url: statedAddress(all) };
  },
};
