import type { Lexicon } from '../../authorities/words/index.ts';

/** What searching across languages needs, made once. */
export interface AcrossServices {
  readonly lexicon: Lexicon;
  /** Index or alias of a language. */
  readonly indexOf: (language: string) => string;
  /** Languages that the archive holds, a minute ago at most; absent or empty where every language may come. */
  readonly held?: () => readonly string[];
}
