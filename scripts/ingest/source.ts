import type { FileRecord } from './file-record.ts';
import type { SourceKind } from './kinds.ts';

/** What is known of contents before they are read. */
export interface Origin {
  readonly kind: SourceKind;
  /** Goes before ids that the contents bear. */
  readonly namespace: string;
  /** Of a page or document that was fetched. */
  readonly url?: string;
  readonly charset?: string | null;
}

/** One file or address to take in. */
export interface Source {
  /** As it is shown, and under which progress is kept. */
  readonly path: string;
  /** With `modifiedMs`, tells whether it is still what a broken run has read a part of. */
  readonly bytes: number;
  readonly modifiedMs: number;
  /** Fetched from another host. */
  readonly isRemote?: boolean;
  /** Its articles, one after the other; what cannot be read is told with its place and passed over. */
  readonly read: () => AsyncGenerator<FileRecord>;
}
