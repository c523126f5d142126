/** The names of people without a record as articles print them; their ids are folded. */
export interface PrintedNames {
  /** Undefined for what has not been read, or stands in no article. */
  readonly of: (id: string) => string | undefined;
  /** Reads the names that are not known yet; never fails. Ids of other kinds are left out. */
  readonly learn: (ids: Iterable<string>) => Promise<void>;
}
