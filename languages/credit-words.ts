/** Words of credits, lower case. */
export interface CreditWords {
  /** Beginnings of labels of writers and editors: after these only recorded agencies count. */
  readonly makers?: readonly string[];
  /** Beginnings of labels of the text's writer. */
  readonly writers?: readonly string[];
  /** Beginnings of frames that name the source as surely as a label with a colon. */
  readonly reprints?: readonly string[];
  /** What joins two sources: "and", "with". */
  readonly joining?: readonly string[];
  /** Words in place of a source that do not name one: "staff", "online". */
  readonly unnamed?: readonly string[];
  /** Buttons, cut off the end of a source's name in scripts without spaces. */
  readonly buttons?: readonly string[];
  /** Networks whose names follow those of sources that have an account there. */
  readonly networks?: readonly string[];
  /** Words that show a line to be the credit of a picture; `…` stands for a few letters. */
  readonly photo?: readonly string[];
}
