import type { FileRecord } from './file-record.ts';
import type { SourceKind } from './kinds.ts';

/** What is known about the contents before they are read. */
export interface Origin {
  readonly kind: SourceKind;
  /** Prefix of the ids in the contents. */
  readonly namespace: string;
  /** Address of a fetched page or document. */
  readonly url?: string;
  readonly charset?: string | null;
}

/** One file or address to import. */
export interface Source {
  /** Its name in messages, and the key of its progress. */
  readonly path: string;
  /** With `modifiedMs`, shows whether it is unchanged since an interrupted run. */
  readonly bytes: number;
  readonly modifiedMs: number;
  /** Whether it is fetched from another host. */
  readonly isRemote?: boolean;
  /** Yields its articles. Unreadable ones are reported with their place and skipped. */
  readonly read: () => AsyncGenerator<FileRecord>;
}
