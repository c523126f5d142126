/** Printed names of persons without a record, whose ids are folded. */
export interface PrintedNames {
  /** Undefined if not read yet, or if no article has it. */
  readonly of: (id: string) => string | undefined;
  /** Reads the names that are not known yet; never fails. Ids of other kinds are left out. */
  readonly learn: (ids: Iterable<string>) => Promise<void>;
}
