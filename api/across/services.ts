import type { Lexicon } from '../../authorities/words/index.ts';

/** What searching across languages needs, made once. */
export interface AcrossServices {
  readonly lexicon: Lexicon;
  /** Index or alias of a language. */
  readonly indexOf: (language: string) => string;
}
