/**
 * What facets ask of the authorities. The search box checks its types against the facets' names, and knows neither
 * Node.js nor the authorities themselves: so this says again what is needed of them.
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
  /** Absent: nobody reads names as articles print them. */
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
