import type { FileRecord } from './file-record.ts';

/** Forms that are read, whatever the articles in them are. */
export type SourceKind = 'text' | 'html' | 'json' | 'ndjson' | 'warc' | 'xml';

/** One file or address to take in. */
export interface Source {
  /** As it is shown, and under which progress is kept. */
  readonly path: string;
  /** With `modifiedMs`, tells whether it is still what a broken run has read a part of. */
  readonly bytes: number;
  readonly modifiedMs: number;
  /** Its articles, one after the other; what cannot be read is told with its place and passed over. */
  readonly read: () => AsyncGenerator<FileRecord>;
}
