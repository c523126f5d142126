/** Names of the indices without search documents; `mappings/names.ts` makes them. */
export interface StoreNames {
  readonly raw: string;
  readonly history: string;
  readonly pending: string;
  readonly failures: string;
}
