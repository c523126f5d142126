/** The body of a create-index request, as plain JSON, because layers below `platform/` do not use the client's types. */
export interface IndexBody {
  readonly settings: Settings;
  readonly mappings: { readonly dynamic: 'strict' | false; readonly properties: Properties };
}

export type Settings = Readonly<Record<string, unknown>>;
export type Properties = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface IndexShape {
  /** Default 1. */
  readonly shards?: number;
  /** Default 0: a single node. */
  readonly replicas?: number;
}

export const shapeSettings = ({ shards = 1, replicas = 0 }: IndexShape) => ({
  number_of_shards: shards,
  number_of_replicas: replicas,
  refresh_interval: '1s',
});

/**
 * An exact value. One that is longer than any real value is stored but not indexed, instead of rejecting the article.
 */
export const keyword = { type: 'keyword', ignore_above: 1024 } as const;
/** For sorting and aggregations, never for searching. */
export const collected = { type: 'keyword', index: false, ignore_above: 1024 } as const;
/** Only stored with the document. */
export const kept = { type: 'keyword', index: false, doc_values: false } as const;
/** Any JSON, stored unchanged and never indexed. */
export const opaque = { type: 'object', enabled: false } as const;
export const instant = { type: 'date', format: 'strict_date_optional_time' } as const;
/** A local calendar day, `yyyy-mm-dd`; a month or a year, sorted as its first day. */
export const day = { type: 'date', format: 'strict_date||strict_year_month||strict_year' } as const;
export const flag = { type: 'boolean' } as const;
/** A number that is only ever added up. */
export const summed = { type: 'integer', index: false } as const;
export const count = { type: 'long' } as const;
