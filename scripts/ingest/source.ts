import type { FileRecord } from './file-record.ts';
import type { SourceKind } from './kinds.ts';

/** What is known about the contents before they are read. */
export interface Origin {
  readonly kind: SourceKind;
  /** Prefix of the ids in the contents. */
  readonly namespace: string;
  /** Of a page or document that was fetched. */
  readonly url?: string;
  readonly charset?: string | null;
}

/** One file or address to take in. */
export interface Source {
  /** Its name in messages, and the key of its progress. */
  readonly path: string;
  /** With `modifiedMs`, tells whether it is still what a broken run has read a part of. */
  readonly bytes: number;
  readonly modifiedMs: number;
  /** Whether it is fetched from another host. */
  readonly isRemote?: boolean;
  /** Yields its articles. What cannot be read is reported with its place and skipped. */
  readonly read: () => AsyncGenerator<FileRecord>;
}
