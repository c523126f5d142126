import type { RawInput, SourceBlock, Statement } from '../../domain/article.ts';
import type { GivenFields } from '../../domain/given-fields.ts';

/** One source format: a file with one such object, listed once in `decoders.ts`. */
export interface Decoder {
  readonly name: string;
  /** Media types that name this format and no other. */
  readonly contentTypes: readonly string[];
  /** Whether a text looks like it; `start` is its first 4,096 characters, trimmed, `contentType` as it was declared. */
  readonly recognizes: (start: string, contentType: string) => boolean;
  /** @throws {RejectedArticle} where the text is of this format but holds no article */
  readonly read: (text: string, input: RawInput) => DecodedSource;
}

/** What a decoder finds. */
export interface DecodedSource {
  readonly statements: readonly Statement[];
  readonly blocks: readonly SourceBlock[];
  readonly url: string | null;
  /** Fields that the format itself states beyond doubt; the sender's own go before them. */
  readonly given?: GivenFields;
}
