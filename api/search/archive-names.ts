export type CountedField = 'person' | 'agency' | 'place';

/** Counts of the names in articles, at most a minute old. */
export interface ArchiveNames {
  /** Articles by id, the most named first. */
  readonly counts: (field: CountedField) => ReadonlyMap<string, number>;
  /** Ids in articles for names without a record: `name:` and the printed form, in any letter case. */
  readonly idsOf: (field: CountedField, printed: string) => readonly string[];
  /** How many articles name persons without a record who have this first or last name. */
  readonly unrecordedBearers: (word: string) => number;
  /** Languages of the articles; empty if not counted yet. */
  readonly languages: () => readonly string[];
  /** Resolves when the counts are up to date; never fails, and waits a second at most. */
  readonly upToDate: () => Promise<void>;
}
