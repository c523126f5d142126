import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { cleanArticle } from '../../../chain/clean/index.ts';
import { decode } from '../../../chain/decode/index.ts';
import { openDocument } from '../../../chain/open/index.ts';
import { joinPages } from '../../../chain/open/pdf-lines.ts';
import { RejectedArticle } from '../../../domain/errors.ts';

const sentences = [
  'The river commission agreed on Tuesday to raise the dyke by half a metre along the whole northern bank.',
  'Its chairman said that the work would begin in spring and be paid for by the two provinces in equal parts.',
  'Farmers had asked for a basin instead, but the commission found that the land could not be bought in time.',
];
const open = (content: string | Uint8Array, contentType = 'application/octet-stream') =>
  openDocument({ id: 'd', revision: 1, input: { contentType, charset: null, content, given: {} } });
const read = async (content: string | Uint8Array, type?: string) => {
  const { title, paragraphs } = cleanArticle(decode(await open(content, type)));
  return { title, texts: paragraphs.map(({ text }) => text) };
};
const reasonOf = async (content: string | Uint8Array, type?: string): Promise<string> => {
  try {
    await read(content, type);
    return 'taken';
  } catch (error) {
    if (error instanceof RejectedArticle) return error.reason;
    throw error;
  }
};

const core =
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Dyke is raised</dc:title></cp:coreProperties>';
const word = (inner: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'docProps/core.xml': strToU8(core),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`,
    ),
  });
const wordText = word(sentences.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join(''));
const openText = zipSync({
  mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
  'content.xml': strToU8(
    `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>${sentences
      .map((text) => `<text:p>${text}</text:p>`)
      .join('')}</office:text></office:body></office:document-content>`,
  ),
  'meta.xml': strToU8('<m xmlns:dc="d"><dc:title>Dyke is raised</dc:title></m>'),
});
const mail = (body: string, fields = ''): string =>
  `From: River Office <press@river.example>\r\nTo: desk@n.example\r\nSubject: =?utf-8?q?Dyke_is_raised?=\r\nDate: Fri, 27 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n${fields}\r\n${body}`;
const drawn = (lines: readonly string[]): string =>
  `BT /F1 11 Tf 60 700 Td 14 TL ${lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`;
const pdf = (lines: readonly string[]): string => {
  const stream = drawn(lines);
  return [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj',
    `4 0 obj<</Length ${stream.length}>>stream\n${stream}\nendstream endobj`,
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
    '6 0 obj<</Title(Dyke is raised)>>endobj',
    'trailer<</Root 1 0 R/Info 6 0 R/Size 7>>',
    '%%EOF',
  ].join('\n');
};

describe('documents', () => {
  test.each<readonly [string, string | Uint8Array]>([
    ['a Word document', wordText],
    ['an OpenDocument text', openText],
    ['a PDF', pdf(sentences.flatMap((text) => text.match(/.{1,50}(?: |$)/g) ?? []))],
  ])('%s: title and text', async (_name, content) => {
    const { title, texts } = await read(content);
    expect(title).toBe('Dyke is raised');
    expect(texts.join(' ')).toBe(sentences.join(' '));
  });

  test('an e-mail gives its subject and text, be it plain or a page', async () => {
    const plain = await read(
      mail(sentences.join('\r\n\r\n'), 'Content-Type: text/plain; charset=utf-8\r\n'),
      'message/rfc822',
    );
    expect(plain).toEqual({ title: 'Dyke is raised', texts: sentences });
    const page = sentences.map((text) => `<p>${text}</p>`).join('');
    const html = await read(mail(page, 'Content-Type: text/html; charset=utf-8\r\n'), 'message/rfc822');
    expect(html).toEqual({ title: 'Dyke is raised', texts: sentences });
  });

  test('a document that is broken, empty or a bomb fails with its reason', async () => {
    expect(
      await reasonOf(
        wordText.subarray(0, 300),
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      ),
    ).toBe('broken');
    expect(await reasonOf('%PDF-1.7\nnothing follows')).toBe('broken');
    expect(await reasonOf(pdf([]))).toBe('empty');
    const bomb = zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': new Uint8Array(30 * 1024 * 1024),
    });
    expect(await reasonOf(bomb)).toBe('too-large');
  });

  test('lines of pages: running heads go, words are joined, paragraphs go on over a page’s end', () => {
    const page = (n: number, lines: readonly string[]) =>
      ['Official Gazette', ...lines, `${n}`].map((text, at) => ({ text, y: 800 - at * 14, height: 10 }));
    expect(
      joinPages([
        page(1, ['The commis-', 'sion agreed on', 'a higher']),
        page(2, ['dyke.', 'Work begins', 'in spring.']),
        page(3, ['It ends', 'in', 'autumn.']),
      ]),
    ).toEqual(['The commission agreed on a higher dyke. Work begins in spring.', 'It ends in autumn.']);
  });

  test.each([
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', wordText],
    ['application/vnd.oasis.opendocument.text', openText],
    ['application/pdf', Buffer.from(pdf(sentences))],
    ['message/rfc822', Buffer.from(mail('x'))],
  ])(
    'whatever comes as %s ends in an article or a reason',
    async (type, seed) => {
      const runs = process.env.DATELINE_LONG_TESTS === '1' ? 10_000 : 10;
      const damage = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(damage, fc.nat(3000), async (changes, cut) => {
          const bytes = Uint8Array.from(seed);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          expect(typeof (await reasonOf(bytes.subarray(0, bytes.length - (cut % bytes.length)), type))).toBe(
            'string',
          );
        }),
        { numRuns: runs },
      );
    },
    600_000,
  );
});
