/** A stretch of text that names a person. UTF-16 offsets, end exclusive. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
}
