import { getDocumentProxy } from 'unpdf';
import { RejectedArticle } from '../../domain/errors.ts';
import { type DocumentFormat, startsWith } from './document.ts';
import { escapeMarkup, pageOf } from './page.ts';
import { joinPages, type PrintedLine } from './pdf-lines.ts';
import { checkStreams } from './pdf-streams.ts';

const MOST_PAGES = 300;
const MOST_CHARACTERS = 2_000_000;

/** PDF: statements and gazettes. Reads text only: no script is run, and no picture is decoded. */
export const pdf: DocumentFormat = {
  name: 'pdf',
  contentTypes: ['application/pdf'],
  endings: { pdf: 'application/pdf' },
  recognizes: (bytes) => startsWith(bytes, '%PDF'),
  open: async (bytes, input) => {
    checkStreams(bytes);
    // The reader takes ownership of the buffer.
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
    try {
      if (document.numPages > MOST_PAGES)
        throw new RejectedArticle('too-large', `${document.numPages} pages; the limit is ${MOST_PAGES}`);
      const pages: PrintedLine[][] = [];
      let characters = 0;
      for (let number = 1; number <= document.numPages; number += 1) {
        const page = await document.getPage(number);
        const lines = linesOf((await page.getTextContent()).items);
        characters += lines.reduce((sum, { text }) => sum + text.length, 0);
        if (characters > MOST_CHARACTERS) throw new RejectedArticle('too-large', 'over 2,000,000 characters');
        pages.push(lines);
        page.cleanup();
      }
      const paragraphs = joinPages(pages);
      if (paragraphs.length === 0)
        throw new RejectedArticle('empty', 'a PDF without text: pictures of pages');
      return pageOf(input, {
        title: titleOf((await document.getMetadata()).info),
        modified: '',
        body: paragraphs.map((text) => `<p>${escapeMarkup(text)}</p>`).join('\n'),
      });
    } finally {
      await document.loadingTask.destroy();
    }
  },
};

type Items = Awaited<
  ReturnType<Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>['getTextContent']>
>['items'];

/** Pieces of text in drawing order, joined by line. */
const linesOf = (items: Items): PrintedLine[] => {
  const lines: { text: string; y: number; height: number }[] = [];
  for (const item of items) {
    if (!('str' in item)) continue;
    const y: number = Number(item.transform[5] ?? 0);
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - y) <= Math.max(2, item.height * 0.4)) last.text += item.str;
    else if (item.str.trim() !== '') lines.push({ text: item.str, y, height: item.height });
  }
  return lines.filter(({ text }) => text.trim() !== '');
};

/** Default values that programs write if the author gave no title. */
const titleOf = (info: object): string => {
  const title: unknown = 'Title' in info ? info.Title : '';
  if (typeof title !== 'string') return '';
  return /^(?:untitled|microsoft word|document\d*$)|\.(?:docx?|pdf|indd|odt|qxd)$/i.test(title.trim())
    ? ''
    : title;
};
