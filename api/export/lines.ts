import { csvHead, csvRow } from '../render/csv.ts';
import { toArticle } from '../search/article.ts';
import { summarize } from '../search/hit.ts';
import type { Reader } from '../search/result.ts';
import type { ApiServices } from '../services.ts';
import { type RawDocument, readAround } from './raw-page.ts';
import type { ExportRecord } from './record.ts';

/** How one format is written. */
export interface LineFormat {
  readonly head: string;
  /** One article, in parts: text, and what is passed on in its own bytes. */
  readonly line: (
    document: RawDocument,
    reader: Reader,
    services: LineServices,
  ) => readonly (string | Buffer)[];
  /** Whether marks stand between pages, and a last record tells how it ended. */
  readonly marked: boolean;
}

type LineServices = Pick<ApiServices, 'authorities'>;

export const lineFormats: Readonly<Record<ExportRecord['format'], LineFormat>> = {
  ndjson: {
    head: '',
    marked: true,
    /** The text is most of an article: it goes from one JSON into the other as it stands. */
    line: ({ document, body }, reader, services) => {
      const json = JSON.stringify(toArticle(document, reader, services));
      const at = json.indexOf(emptyBody) + emptyBody.length - 2;
      return [json.slice(0, at), body, `${json.slice(at + 2)}\n`];
    },
  },
  csv: {
    head: csvHead(),
    marked: false,
    line: ({ document }, reader, { authorities }) => [csvRow(summarize(document, reader, authorities))],
  },
};

/** Stands in no string, where quotes have backslashes before them. */
const emptyBody = ',"body":""';

/** Articles as they are written, in parts of about a quarter of a megabyte. */
export function* writeLines(
  sources: readonly Buffer[],
  format: LineFormat,
  reader: Reader,
  services: LineServices,
): Generator<Buffer> {
  let part = openPart(PART_BYTES);
  for (const source of sources) {
    const line = format.line(readAround(source), reader, services);
    const most = line.reduce((sum, piece) => sum + mostBytes(piece), 0);
    if (!part.holds(most)) {
      if (part.written().length > 0) yield part.written();
      part = openPart(Math.max(PART_BYTES, most));
    }
    for (const piece of line) part.write(piece);
  }
  yield part.written();
}

/** Bytes that are made, hashed and sent in one go; a page of them in one go would hold up other requests. */
const PART_BYTES = 256 * 1024;

/** A UTF-16 unit takes three bytes of UTF-8 at most. */
const mostBytes = (piece: string | Buffer): number =>
  typeof piece === 'string' ? piece.length * 3 : piece.length;

/** One stretch of memory that text is written into where it will be sent from. */
const openPart = (size: number) => {
  const bytes = Buffer.allocUnsafeSlow(size);
  let length = 0;
  return {
    holds: (most: number): boolean => length + most <= size,
    write: (piece: string | Buffer): void => {
      length += typeof piece === 'string' ? bytes.write(piece, length) : piece.copy(bytes, length);
    },
    written: (): Buffer => bytes.subarray(0, length),
  };
};
