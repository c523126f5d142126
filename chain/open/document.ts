import type { RawInput } from '../../domain/article.ts';

/** A document that is opened before it can be read: its text comes out as a page or as plain text. */
export interface DocumentFormat {
  readonly name: string;
  readonly contentTypes: readonly string[];
  /** Endings of names of files, and the media type that each declares. */
  readonly endings: Readonly<Record<string, string>>;
  /** Whether bytes are of it, whatever type was declared. */
  readonly recognizes: (bytes: Uint8Array, contentType: string) => boolean;
  /** @throws {RejectedArticle} where it is broken, locked or too large */
  readonly open: (bytes: Uint8Array, input: RawInput) => Promise<RawInput>;
}

export const startsWith = (bytes: Uint8Array, signature: string): boolean =>
  String.fromCharCode(...bytes.subarray(0, signature.length)) === signature;
