/** A text prepared for the tagger: one row of features for each unit that may be part of a name. */
export interface FeatureRows {
  readonly count: number;
  readonly width: number;
  /** The row of a unit, −1 if it cannot be part of a name. */
  readonly rowOf: Int32Array;
  /** The unit of a row. */
  readonly unitOf: Int32Array;
  /**
   * Writes the `width` features of a unit's row: unsigned hashes, 0 if a template does not apply. One row at a time
   * fits into the processor's cache; the rows of a whole text would not.
   *
   * @param out  a row of zeros, or one that earlier rows of the same width were written to
   */
  readonly writeRow: (unit: number, out: Uint32Array) => void;
}
