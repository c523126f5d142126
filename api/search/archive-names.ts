export type CountedField = 'person' | 'agency' | 'place';

/** Whom and what the articles name, as counted a minute ago at most. */
export interface ArchiveNames {
  /** Articles by id, the most named first. */
  readonly counts: (field: CountedField) => ReadonlyMap<string, number>;
  /** Ids as articles carry them of what has no record: `name:` and the printed form, in whatever letter case. */
  readonly idsOf: (field: CountedField, printed: string) => readonly string[];
  /** How many articles name people without a record whose first or last name this is. */
  readonly unrecordedBearers: (word: string) => number;
  /** Languages of the articles; empty where nothing has been counted. */
  readonly languages: () => readonly string[];
  /** Resolves when the counts are as new as they are to be; never fails, and waits a second at most. */
  readonly upToDate: () => Promise<void>;
}
