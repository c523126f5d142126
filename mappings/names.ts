/** Names of all indices and aliases of one installation. */
export interface IndexNames {
  /** Read alias over every language; tombstones filtered out. */
  readonly articles: string;
  /** Write alias of one language; tombstones included. */
  readonly articlesOf: (language: string) => string;
  /** Read alias of one language; tombstones filtered out. */
  readonly readingOf: (language: string) => string;
  /** A new index of one language, named after the second of its creation. */
  readonly newArticleIndex: (language: string, instant: Date) => string;
  /** Alias of a new index of one language while a reindex fills it; workers write there too. */
  readonly buildingOf: (language: string) => string;
  /** Matches every article index of every language, without aliases. */
  readonly allArticleIndices: string;
  readonly raw: string;
  readonly history: string;
  readonly pending: string;
  readonly failures: string;
  readonly keys: string;
  readonly audit: string;
  readonly state: string;
  readonly exports: string;
  readonly alerts: string;
  readonly matches: string;
  readonly subscriptions: string;
  readonly sources: string;
  readonly entries: string;
  readonly collections: string;
  /**
   * Whether an index belongs to this installation. `dateline-*` would also match those of an installation called
   * `dateline-staging`, so deleting, backups and restores use this instead.
   */
  readonly isOwn: (index: string) => boolean;
}

/** @param prefix  `DATELINE_PREFIX`: lower case, begins every name, so that installations can share a server */
export const indexNames = (prefix: string): IndexNames => ({
  articles: `${prefix}-articles`,
  articlesOf: (language) => `${prefix}-articles-${language}`,
  readingOf: (language) => `${prefix}-reading-${language}`,
  newArticleIndex: (language, instant) => `${prefix}-articles-${language}-${stamp(instant)}`,
  buildingOf: (language) => `${prefix}-building-${language}`,
  allArticleIndices: `${prefix}-articles-*-*`,
  raw: `${prefix}-raw`,
  history: `${prefix}-history`,
  pending: `${prefix}-pending`,
  failures: `${prefix}-failures`,
  keys: `${prefix}-keys`,
  audit: `${prefix}-audit`,
  state: `${prefix}-state`,
  exports: `${prefix}-exports`,
  alerts: `${prefix}-alerts`,
  matches: `${prefix}-matches`,
  subscriptions: `${prefix}-subscriptions`,
  sources: `${prefix}-sources`,
  entries: `${prefix}-entries`,
  collections: `${prefix}-collections`,
  isOwn: (index) => index.startsWith(`${prefix}-`) && ownName.test(index.slice(prefix.length + 1)),
});

const ownName =
  /^(?:articles-[a-z]{2,3}-\d{14}|raw|history|pending|failures|keys|audit|state|exports|alerts|matches|subscriptions|sources|entries|collections)$/;

/** `yyyymmddhhmmss` in UTC. */
const stamp = (instant: Date): string => instant.toISOString().replace(/\D/g, '').slice(0, 14);
