import { deflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { cleanArticle } from '../../../chain/clean/index.ts';
import { decode } from '../../../chain/decode/index.ts';
import { openDocument } from '../../../chain/open/index.ts';
import { RejectedArticle } from '../../../domain/errors.ts';

/** Without load each takes a small part of this. */
const longestMs = 20_000;

const outcomeOf = async (content: string | Uint8Array, contentType: string): Promise<string> => {
  const begun = performance.now();
  const used = process.memoryUsage().arrayBuffers;
  try {
    cleanArticle(
      decode(
        await openDocument({
          id: 'bomb',
          revision: 1,
          input: { contentType, charset: null, content, given: {} },
        }),
      ),
    );
    return 'taken';
  } catch (error) {
    if (error instanceof RejectedArticle) return error.reason;
    throw error;
  } finally {
    expect(performance.now() - begun).toBeLessThan(longestMs);
    expect(process.memoryUsage().arrayBuffers - used).toBeLessThan(300_000_000);
  }
};

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const openType = 'application/vnd.oasis.opendocument.text';
const word = (document: string | Uint8Array, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': typeof document === 'string' ? strToU8(document) : document,
    ...more,
  });
const openText = (content: string | Uint8Array): Uint8Array =>
  zipSync({
    mimetype: [strToU8(openType), { level: 0 }],
    'content.xml': typeof content === 'string' ? strToU8(content) : content,
  });

/** The sizes that an archive states for a file, made smaller than they are. */
const lying = (archive: Uint8Array, size: number): Uint8Array => {
  const bytes = Buffer.from(archive);
  const real = Buffer.alloc(4);
  real.writeUInt32LE(size);
  for (let at = bytes.indexOf(real); at >= 0; at = bytes.indexOf(real, at + 4)) bytes.writeUInt32LE(100, at);
  return bytes;
};

const mailType = 'message/rfc822';
const head = 'From: a@b.example\r\nDate: Mon, 6 May 2024 08:00:00 +0000\r\n';

const paragraphs = (inner: string): string =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`;
const entities = (root: string): string =>
  `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'bcdefgh'
    .split('')
    .map((name, n) => `<!ENTITY ${name} "${`&${'abcdefg'[n]};`.repeat(10)}">`)
    .join('')}]>${root.replace('&bomb;', '&h;')}`;

const pdf = (stream: Uint8Array, filter: string, kids = '3 0 R', count = 1): Uint8Array =>
  Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[${kids}]/Count ${count}>>endobj\n` +
        `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n` +
        `4 0 obj<</Length ${stream.length}/Filter${filter}>>stream\n`,
    ),
    stream,
    Buffer.from(
      '\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF',
    ),
  ]);

describe('bombs end in a reason, within the limits', () => {
  const huge = 40 * 1024 * 1024;
  const hugePart = 140 * 1024 * 1024;

  test.each<readonly [string, () => string | Uint8Array, string, string]>([
    ['a Word document of 40 MB in zeros', () => word(new Uint8Array(huge)), wordType, 'too-large'],
    ['one that lies about it', () => lying(word(new Uint8Array(huge)), huge), wordType, 'broken'],
    [
      '3,000 files in one',
      () =>
        word(
          paragraphs(''),
          Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`word/${n}.xml`, new Uint8Array(1)])),
        ),
      wordType,
      'too-large',
    ],
    [
      'entities of entities in Word',
      () => word(entities(paragraphs('<w:p><w:r><w:t>&bomb;</w:t></w:r></w:p>'))),
      wordType,
      'broken',
    ],
    ['nested paragraphs in Word', () => word(paragraphs('<w:p>'.repeat(100_000))), wordType, 'too-deep'],
    [
      'two million paragraphs in Word',
      () => word(paragraphs('<w:p/>'.repeat(2_000_000))),
      wordType,
      'too-many-parts',
    ],
    ['an ODT of 40 MB in zeros', () => openText(new Uint8Array(huge)), openType, 'too-large'],
    ['one that lies about it, too', () => lying(openText(new Uint8Array(huge)), huge), openType, 'malformed'],
    [
      'entities of entities in ODT',
      () => openText(entities('<office:body xmlns:office="o">&bomb;</office:body>')),
      openType,
      'malformed',
    ],
    ['nested lists in ODT', () => openText(`<b>${'<text:list>'.repeat(100_000)}`), openType, 'too-deep'],
    [
      'a page of a PDF that unpacks to 140 MB, packed twice',
      () => pdf(deflateSync(deflateSync(new Uint8Array(hugePart))), '[/FlateDecode/FlateDecode]'),
      'application/pdf',
      'too-large',
    ],
    [
      'the same in hexadecimal digits',
      () =>
        pdf(
          Buffer.from(`${deflateSync(new Uint8Array(hugePart)).toString('hex')}>`),
          '[/ASCIIHexDecode/FlateDecode]',
        ),
      'application/pdf',
      'too-large',
    ],
    [
      'the same in digits that are packed themselves',
      () => pdf(deflateSync(new Uint8Array(hugePart / 2).fill(0x21)), '[/FlateDecode/ASCII85Decode]'),
      'application/pdf',
      'too-large',
    ],
    [
      'parts of a PDF that begin and never end',
      () => Buffer.from(`%PDF-1.4\n${'stream\n'.repeat(700_000)}`),
      'application/pdf',
      'too-large',
    ],
    [
      'a page of a PDF that draws 20,000 forms',
      () => pdf(deflateSync(Buffer.from('/X Do '.repeat(20_000))), '/FlateDecode'),
      'application/pdf',
      'too-large',
    ],
    [
      'a page of a PDF that saves 500,000 states',
      () => pdf(deflateSync(Buffer.from('q '.repeat(500_000))), '/FlateDecode'),
      'application/pdf',
      'too-large',
    ],
    [
      'a PDF of a million pages',
      () => pdf(Buffer.from(''), '[]', '3 0 R '.repeat(1000), 1_000_000),
      'application/pdf',
      'broken',
    ],
    ['an e-mail of 5 MB in line feeds', () => `${head}\r\n${'\n'.repeat(5_000_000)}`, mailType, 'too-large'],
    [
      'an e-mail of a million parts',
      () => `${head}Content-Type: multipart/mixed; boundary=B\r\n\r\n${'--B\r\n\r\n\r\n'.repeat(450_000)}`,
      mailType,
      'too-large',
    ],
    [
      'an e-mail whose subject is a hundred thousand encoded words',
      () => `${head}Subject: ${'=?utf-8?Q?a?= '.repeat(70_000)}\r\n\r\nx`,
      mailType,
      'broken',
    ],
    ['pages of pages in a circle', () => pdf(Buffer.from(''), '[]', '2 0 R', 1), 'application/pdf', 'broken'],
    [
      'entities of entities in XML',
      () => entities('<nitf><body>&bomb;</body></nitf>'),
      'application/nitf+xml',
      'malformed',
    ],
    ['deep XML', () => '<nitf>'.repeat(500_000), 'application/nitf+xml', 'too-many-parts'],
    ['deep HTML', () => '<div>'.repeat(500_000), 'text/html', 'too-deep'],
    [
      'deep JSON',
      () => `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(2_000_000)}`,
      'application/feed+json',
      'too-deep',
    ],
    [
      'deep JSON-LD',
      () => `{"@type":"NewsArticle","@graph":${'['.repeat(500_000)}${']'.repeat(500_000)}}`,
      'application/ld+json',
      'empty',
    ],
    [
      'deep ninjs',
      () => `{"uri":"u","headline":"h","associations":${'{"a":'.repeat(300_000)}1${'}'.repeat(300_000)}}`,
      'application/ninjs+json',
      'too-deep',
    ],
  ])(
    '%s',
    async (_name, make, type, reason) => {
      expect(await outcomeOf(make(), type)).toBe(reason);
    },
    120_000,
  );

  test('an e-mail whose paragraph is a hundred thousand flowed lines, in time that grows with its length', async () => {
    const fields = `${head}Content-Type: text/plain; format=flowed\r\n\r\n`;
    const before = process.threadCpuUsage();
    expect(await outcomeOf(`${fields}${'Ships came. \r\n'.repeat(99_000)}`, mailType)).toBe('taken');
    const { user, system } = process.threadCpuUsage(before);
    // A second; fifteen were once measured.
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});
