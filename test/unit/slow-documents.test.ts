import { deflateSync } from 'node:zlib';
import { afterAll, expect, test } from '@jest/globals';
import type { Preparation } from '../../domain/acceptance.ts';
import { createThreadPool } from '../../worker/threads/pool.ts';

/** Short for the test; a busy machine takes longer than the second that 300 pages need. */
const openMs = 8000;
const pool = createThreadPool({ threads: 1, memoryMb: 512, openMs });
afterAll(() => pool.close());

interface Part {
  readonly dict: string;
  readonly text: string;
}

/** Parts are objects 10, 11, …; each page draws one of them, by its number. */
const pdfOf = (parts: readonly Part[], pages: readonly number[]): Buffer =>
  Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n` +
        `2 0 obj<</Type/Pages/Kids[${pages.map((_, n) => `${1000 + n} 0 R`).join(' ')}]/Count ${pages.length}>>endobj\n`,
    ),
    ...parts.flatMap(({ dict, text }, n) => {
      const data = deflateSync(Buffer.from(text));
      const head = `${10 + n} 0 obj<<${dict}/Length ${data.length}/Filter/FlateDecode>>stream\n`;
      return [Buffer.from(head), data, Buffer.from('\nendstream endobj\n')];
    }),
    ...pages.map((part, n) =>
      Buffer.from(
        `${1000 + n} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${10 + part} 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</X 10 0 R>>>>>>endobj\n`,
      ),
    ),
    Buffer.from('trailer<</Root 1 0 R/Size 2000>>\n%%EOF'),
  ]);

const word = 'BT /F1 10 Tf (a) Tj ET';
/** Forms that draw the next one many times each: no part of it is large. */
const nested = (uses: number): Buffer => {
  const depth = 4;
  const forms = Array.from(
    { length: depth },
    (_, n): Part => ({
      dict: `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 3 0 R>>/XObject<</X ${11 + n} 0 R>>>>`,
      text: n === depth - 1 ? word : '/X Do '.repeat(uses),
    }),
  );
  return pdfOf([...forms, { dict: '', text: '/X Do' }], [depth]);
};

const gazette = (): Buffer => {
  const line = (page: number, n: number): string =>
    `BT /F1 10 Tf 50 ${800 - n * 14} Td (Line ${n} of page ${page}: the ministry said the harbour will open in May.) Tj ET`;
  const parts = Array.from({ length: 300 }, (_, page) => ({
    dict: '',
    text: Array.from({ length: 50 }, (_line, n) => line(page, n)).join('\n'),
  }));
  return pdfOf(
    parts,
    parts.map((_, n) => n),
  );
};

const sent = (id: string, contentType: string, content: string | Uint8Array): Preparation => ({
  raw: {
    id,
    revision: 1,
    input: { contentType, charset: null, content, given: { title: 'The harbour opens' } },
  },
  acceptance: { checksum: id, received: '2024-05-01T00:00:00Z' },
});
const plain = (id: string): Preparation =>
  sent(id, 'text/plain', 'The harbour will open in May, the minister said on Tuesday.');

test('a document that takes too long is rejected once; those before and behind it, and 300 pages, are prepared', async () => {
  await pool.ready;
  const begun = performance.now();
  const slice = [plain('a'), sent('b', 'application/pdf', nested(4000)), plain('c'), plain('d')];
  const [first, slow, ...others] = await pool.prepare(slice);
  expect(slow).toMatchObject({ kind: 'rejected', reason: expect.stringMatching(/too-slow|out-of-memory/) });
  for (const one of [first, ...others]) expect(one).toMatchObject({ kind: 'document' });
  // Once, not again with each half of its neighbours.
  expect(performance.now() - begun).toBeLessThan(openMs * 2);

  const [pages] = await pool.prepare([sent('e', 'application/pdf', gazette())]);
  expect(pages?.kind === 'document' && pages.json.includes('Line 25 of page 299')).toBe(true);
}, 120_000);
