export interface Measured {
  /** Articles a second. */
  readonly rate: number;
  /** CPU seconds of all processes together, for 1,000 articles. */
  readonly cpu: number;
}
