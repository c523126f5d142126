/**
 * Descriptions of searches for readers. Each part is complete by itself, between commas, so that no grammar
 * depends on another part.
 */
export interface SearchMessages {
  /** `total` is the formatted number. */
  readonly articles: (total: string, plural: Intl.LDMLPluralRule) => string;
  readonly stories: (total: string, plural: Intl.LDMLPluralRule) => string;
  readonly about: (query: string) => string;
  readonly on: (day: string) => string;
  readonly since: (day: string) => string;
  readonly until: (day: string) => string;
  readonly between: (from: string, to: string) => string;
  /** `languages` is a formatted list. */
  readonly translated: (languages: string) => string;
  /** A filter in a description. */
  readonly copiesOf: string;
  readonly collection: (ids: string) => string;
  readonly like: (id: string) => string;
  /** Parts of a query in words. */
  readonly query: {
    /** The words that `match=any` asks for. */
    readonly any: (text: string) => string;
    readonly phrase: (text: string) => string;
    readonly exact: (text: string) => string;
    readonly prefix: (text: string) => string;
    readonly title: (text: string) => string;
    readonly body: (text: string) => string;
    readonly near: (parts: string, words: number) => string;
    readonly not: (text: string) => string;
    readonly and: string;
    readonly or: string;
  };
}
