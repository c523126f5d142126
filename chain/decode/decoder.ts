import type { RawInput, SourceBlock, Statement } from '../../domain/article.ts';
import type { GivenFields } from '../../domain/given-fields.ts';
import type { ContainedArticle } from './containers/contained-article.ts';
import type { Delivery } from './delivery.ts';

/** One source format: a file that exports one such object, listed once in `decoders.ts`. */
export interface Decoder {
  readonly name: string;
  /** Media types of this format only. */
  readonly contentTypes: readonly string[];
  /** File name extensions of this format, and the media type of each. */
  readonly endings?: Readonly<Record<string, string>>;
  /** Whether a text looks like it; `start` is its first 4,096 characters, trimmed, `contentType` as declared. */
  readonly recognizes: (start: string, contentType: string) => boolean;
  /** @throws {RejectedArticle} if the text has this format but contains no article */
  readonly read: (text: string, input: RawInput) => DecodedSource;
  /** For formats that state the story's id, its version, and whether it may be shown. @throws {RejectedArticle} */
  readonly deliver?: (text: string) => Delivery;
  /** For formats whose files may contain many articles. */
  readonly container?: Container;
}

/** Splits a file with many articles. */
export interface Container {
  /** @param start  the first 4,096 characters */
  readonly holds: (start: string) => boolean;
  /** @throws {RejectedArticle} if it cannot be read */
  readonly split: (text: string) => AsyncGenerator<ContainedArticle>;
  /** If the articles are XML elements, which allows files of any length. */
  readonly stream?: XmlStream;
}

/** Extracts articles from streamed XML. */
export interface XmlStream {
  /** Local names of the elements, lower case. */
  readonly elements: readonly string[];
  /** Makes a reader for the elements of one file, in order; null for an element without an article. @throws {RejectedArticle} */
  readonly open: () => (element: string) => ContainedArticle | null;
}

/** What a decoder finds. */
export interface DecodedSource {
  readonly statements: readonly Statement[];
  readonly blocks: readonly SourceBlock[];
  readonly url: string | null;
  /** Fields that the format itself states reliably; the sender's own fields take precedence. */
  readonly given?: GivenFields;
}
