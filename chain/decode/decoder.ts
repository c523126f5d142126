import type { RawInput, SourceBlock, Statement } from '../../domain/article.ts';
import type { GivenFields } from '../../domain/given-fields.ts';
import type { ContainedArticle } from './containers/contained-article.ts';
import type { Delivery } from './delivery.ts';

/** One source format: a file with one such object, listed once in `decoders.ts`. */
export interface Decoder {
  readonly name: string;
  /** Media types that name this format and no other. */
  readonly contentTypes: readonly string[];
  /** Endings of names of files that hold this format, and the media type that each declares. */
  readonly endings?: Readonly<Record<string, string>>;
  /** Whether a text looks like it; `start` is its first 4,096 characters, trimmed, `contentType` as it was declared. */
  readonly recognizes: (start: string, contentType: string) => boolean;
  /** @throws {RejectedArticle} where the text is of this format but holds no article */
  readonly read: (text: string, input: RawInput) => DecodedSource;
  /** Where the format says which story this is, in which version, and whether it may be shown. @throws {RejectedArticle} */
  readonly deliver?: (text: string) => Delivery;
  /** Where one file of this format may hold many articles. */
  readonly container?: Container;
}

/** Takes a file of many articles apart. */
export interface Container {
  /** @param start  the first 4,096 characters */
  readonly holds: (start: string) => boolean;
  /** @throws {RejectedArticle} where it cannot be read */
  readonly split: (text: string) => AsyncGenerator<ContainedArticle>;
  /** Where its articles are elements of XML: so it can be of any length. */
  readonly stream?: XmlStream;
}

/** Takes articles out of XML as it streams by. */
export interface XmlStream {
  /** Local names of the elements, lower case. */
  readonly elements: readonly string[];
  /** Makes what reads the elements of one file, in order; null for one that holds no article. @throws {RejectedArticle} */
  readonly open: () => (element: string) => ContainedArticle | null;
}

/** What a decoder finds. */
export interface DecodedSource {
  readonly statements: readonly Statement[];
  readonly blocks: readonly SourceBlock[];
  readonly url: string | null;
  /** Fields that the format itself states beyond doubt; the sender's own go before them. */
  readonly given?: GivenFields;
}
