/** What renders a word or phrase in another language. */
export interface Rendering {
  readonly text: string;
  /** In (0, 1], the best one 1. */
  readonly weight: number;
  /** Base-10 logarithm of its share of a billion words, 0 to 9. */
  readonly zipf: number;
  readonly gloss: string;
}
