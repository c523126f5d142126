/** Words of credits, lower case. */
export interface CreditWords {
  /** Beginnings of labels of writers and editors: behind them only recorded agencies count. */
  readonly makers?: readonly string[];
  /** Beginnings of labels of the text's writer. */
  readonly writers?: readonly string[];
  /** Beginnings of frames that name the source as surely as a label with a colon. */
  readonly reprints?: readonly string[];
  /** What joins two sources: "and", "with". */
  readonly joining?: readonly string[];
  /** Words in the place of a source that name none: "staff", "online". */
  readonly unnamed?: readonly string[];
  /** Buttons that no name of a source ends in, where no space tells. */
  readonly buttons?: readonly string[];
  /** Networks whose names stand behind those of sources that have an account there. */
  readonly networks?: readonly string[];
  /** Words that show a line to be the credit of a picture; `…` stands for a few letters. */
  readonly photo?: readonly string[];
}
