import type { z } from 'zod';
import type { ArticleDocument } from '../../domain/document.ts';
import { absentFields, documentSchema } from '../../domain/document-schema.ts';
import { withAbsolutePage } from '../render/absolute.ts';
import { csvHead, csvRow } from '../render/csv.ts';
import { toArticle } from '../search/article.ts';
import type { Authorities } from '../search/authorities.ts';
import { summarize } from '../search/hit.ts';
import type { Reader } from '../search/result.ts';
import type { ApiServices } from '../services.ts';
import { type RawFields, splitFields } from './raw-fields.ts';
import { openArticleWriter } from './raw-line.ts';
import type { ExportRecord } from './record.ts';

/** How one export format is written. */
export interface LineFormat {
  readonly head: string;
  readonly open: (reader: Reader, services: LineServices) => LineWriter;
  /** Whether checkpoints come between pages, and a last record says how the export ended. */
  readonly hasCheckpoints: boolean;
}

/** Writes one article, given as the bytes that Elasticsearch sent. @throws if it cannot be shown */
export type LineWriter = (source: Buffer) => Line;

export interface Line {
  readonly text: string;
  /** `latin1` means that the bytes are UTF-8 already. */
  readonly encoding: 'latin1' | 'utf8';
}

type LineServices = Pick<ApiServices, 'authorities' | 'config'>;

/** Folded, because the set of printed names changes within hours, and a resumed export must continue unchanged. */
const unread = ({ authorities }: LineServices): Authorities => {
  const { printed: _, ...others } = authorities;
  return others;
};

export const lineFormats: Readonly<Record<ExportRecord['format'], LineFormat>> = {
  ndjson: {
    head: '',
    hasCheckpoints: true,
    open: (reader, services) => {
      const origin = services.config.api.publicUrl;
      const writeArticle = openArticleWriter(reader, unread(services), origin);
      const parseArticle = (source: Buffer) =>
        withAbsolutePage(toArticle(readWhole(source), reader, services), origin);
      return (source) => {
        const json = writeArticle(splitFields(source.toString('latin1')));
        return json === null
          ? { text: `${JSON.stringify(parseArticle(source))}\n`, encoding: 'utf8' }
          : { text: `${json}\n`, encoding: 'latin1' };
      };
    },
  },
  csv: {
    head: csvHead(),
    hasCheckpoints: false,
    open: (reader, services) => (source) => ({
      text: csvRow(summarize(readShown(source), reader, unread(services)), services.config.api.publicUrl),
      encoding: 'utf8',
    }),
  },
};

/** Validates the whole document: used when its bytes do not have the expected form. */
const readWhole = (source: Buffer): ArticleDocument =>
  requireDocument(documentSchema, JSON.parse(source.toString()));

const requireDocument = <T>(schema: z.ZodType<unknown>, document: T): T => {
  const whole = { ...absentFields, ...document };
  schema.parse(whole);
  return whole;
};

/** A document without the long fields that a table does not show. */
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

/** Leaves out documents that cannot be shown, and counts them: one broken document must not end an export. */
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

/** The lines of the articles, in parts of about a quarter of a megabyte. */
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

/** Bytes that are printed, hashed and sent at once; a whole page at once would block other requests. */
const PART_BYTES = 256 * 1024;

/** A UTF-16 unit takes three bytes of UTF-8 at most. */
const mostBytes = ({ text, encoding }: Line): number => text.length * (encoding === 'latin1' ? 1 : 3);

/**
 * Shared memory: text is written into it, sent from it, and hashed there by another thread at the same time. Copies
 * for each of these would cause a full garbage collection every few pages.
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
