import type { RawInput } from '../../domain/article.ts';

/** A document format that must be opened before decoding: its text becomes a page or plain text. */
export interface DocumentFormat {
  readonly name: string;
  readonly contentTypes: readonly string[];
  /** File name extensions, and the media type of each. */
  readonly endings: Readonly<Record<string, string>>;
  /** Whether the bytes have this format, regardless of the declared type. */
  readonly recognizes: (bytes: Uint8Array, contentType: string) => boolean;
  /** @throws {RejectedArticle} if it is broken, locked or too large */
  readonly open: (bytes: Uint8Array, input: RawInput) => Promise<RawInput>;
}

export const startsWith = (bytes: Uint8Array, signature: string): boolean =>
  String.fromCharCode(...bytes.subarray(0, signature.length)) === signature;
