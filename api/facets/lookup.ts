/**
 * The part of the authorities that facets use. The search box type-checks against the facets' names without Node.js
 * and without the authorities, so the needed part is declared again here.
 */
export interface Lookup {
  readonly agencies: Named & { readonly get: (id: string) => unknown };
  readonly people: {
    readonly get: (
      id: string,
    ) => { readonly id: string; readonly names: readonly { readonly form: string }[] } | null | undefined;
    readonly findByName: (name: string) => readonly { readonly id: string }[];
    readonly label: (id: string, language: string) => string | null | undefined;
  };
  /** Absent if printed names are not read. */
  readonly printed?: { readonly of: (id: string) => string | undefined };
  readonly places: Named & { readonly get: (id: string) => unknown; readonly mentioned: Named };
  readonly publishers: Named & {
    readonly publisherOf: (host: string) => { readonly id: string } | null | undefined;
  };
}

interface Named {
  readonly findByName: (name: string) => readonly string[];
  readonly label: (id: string, language: string) => string;
}
