import type { ReadSubmission } from '../../platform/articles/schema.ts';

/** One article of a file and its place in it: a line, an entry of a list, or 1. */
export interface FileRecord {
  readonly place: number;
  readonly read: ReadSubmission | { readonly kind: 'passed'; readonly what: string };
  readonly bytes: number;
}
