import type { z } from 'zod';
import type { ArticleDocument } from '../../domain/document.ts';
import { absentFields, documentSchema } from '../../domain/document-schema.ts';
import { csvHead, csvRow } from '../render/csv.ts';
import { toArticle } from '../search/article.ts';
import { summarize } from '../search/hit.ts';
import type { Reader } from '../search/result.ts';
import type { ApiServices } from '../services.ts';
import { type RawFields, splitFields } from './raw-fields.ts';
import { openArticleWriter } from './raw-line.ts';
import type { ExportRecord } from './record.ts';

/** How one format is written. */
export interface LineFormat {
  readonly head: string;
  readonly open: (reader: Reader, services: LineServices) => LineWriter;
  /** Whether marks stand between pages, and a last record tells how it ended. */
  readonly marked: boolean;
}

/** Writes one article, given in the bytes that Elasticsearch sent. @throws where it cannot be shown */
export type LineWriter = (source: Buffer) => Line;

export interface Line {
  readonly text: string;
  /** Latin-1 stands for bytes that are UTF-8 already. */
  readonly encoding: 'latin1' | 'utf8';
}

type LineServices = Pick<ApiServices, 'authorities'>;

export const lineFormats: Readonly<Record<ExportRecord['format'], LineFormat>> = {
  ndjson: {
    head: '',
    marked: true,
    open: (reader, services) => {
      const writeArticle = openArticleWriter(reader, services.authorities);
      return (source) => {
        const json = writeArticle(splitFields(source.toString('latin1')));
        return json === null
          ? { text: `${JSON.stringify(toArticle(readWhole(source), reader, services))}\n`, encoding: 'utf8' }
          : { text: `${json}\n`, encoding: 'latin1' };
      };
    },
  },
  csv: {
    head: csvHead(),
    marked: false,
    open:
      (reader, { authorities }) =>
      (source) => ({
        text: csvRow(summarize(readShown(source), reader, authorities)),
        encoding: 'utf8',
      }),
  },
};

/** Read with care: it is asked for where the bytes do not look as they should. */
const readWhole = (source: Buffer): ArticleDocument =>
  requireDocument(documentSchema, JSON.parse(source.toString()));

const requireDocument = <T>(schema: z.ZodType<unknown>, document: T): T => {
  const whole = { ...absentFields, ...document };
  schema.parse(whole);
  return whole;
};

/** A document without what is long and not shown in a table. */
const readShown = (source: Buffer): ArticleDocument => {
  const fields = splitFields(source.toString('latin1'));
  return fields.size === 0
    ? readWhole(source)
    : requireDocument(documentSchema, JSON.parse(withoutText(fields)));
};

const notShown: Readonly<Record<string, string>> = { body: '""', mentions: '[]' };

const withoutText = (fields: RawFields): string =>
  Buffer.from(
    `{${Array.from(fields, ([name, value]) => `"${name}":${notShown[name] ?? value}`).join()}}`,
    'latin1',
  ).toString();

/** Leaves out what cannot be shown, and says so: one broken document is no reason to end an export. */
export const leavingOut =
  (write: LineWriter, onUnshown: () => void): ((source: Buffer) => Line | null) =>
  (source) => {
    try {
      return write(source);
    } catch {
      onUnshown();
      return null;
    }
  };

/** Articles as they are written, in parts of about a quarter of a megabyte. */
export function* writeLines(
  sources: readonly Buffer[],
  writeLine: (source: Buffer) => Line | null,
): Generator<Buffer> {
  let part = openPart(PART_BYTES);
  for (const source of sources) {
    const line = writeLine(source);
    if (line === null) continue;
    const most = mostBytes(line);
    if (!part.holds(most)) {
      if (part.written().length > 0) yield part.written();
      part = openPart(Math.max(PART_BYTES, most));
    }
    part.write(line);
  }
  yield part.written();
}

/** Bytes that are made, hashed and sent in one go; a page of them in one go would hold up other requests. */
const PART_BYTES = 256 * 1024;

/** A UTF-16 unit takes three bytes of UTF-8 at most. */
const mostBytes = ({ text, encoding }: Line): number => text.length * (encoding === 'latin1' ? 1 : 3);

/**
 * One stretch of memory that text is written into where it will be sent from, and hashed by another thread at the same
 * time: a copy of everything for that would be collected with the whole heap every few pages.
 */
const openPart = (size: number) => {
  const bytes = Buffer.from(new SharedArrayBuffer(size));
  let length = 0;
  return {
    holds: (most: number): boolean => length + most <= size,
    write: ({ text, encoding }: Line): void => {
      length += bytes.write(text, length, encoding);
    },
    written: (): Buffer => bytes.subarray(0, length),
  };
};
