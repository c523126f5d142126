/** Limits of one query. Each has its own message. */
export const queryLimits = {
  /** UTF-16 units. */
  length: 2000,
  /** Groups and NOTs within one another. */
  depth: 20,
  /** Words, phrases and fields. */
  clauses: 100,
  /** Words with an asterisk; each may expand to thousands of terms. */
  prefixes: 10,
  /** Letters before an asterisk; one is enough in Chinese, Japanese and Korean. */
  prefixLetters: 2,
  /** Words between the operands of NEAR. */
  distance: 50,
  wordLength: 200,
} as const;
