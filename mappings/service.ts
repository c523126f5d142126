import {
  collected,
  count,
  flag,
  type IndexBody,
  type IndexShape,
  instant,
  kept,
  keyword,
  opaque,
  type Properties,
  shapeSettings,
} from './index-body.ts';
import type { IndexNames } from './names.ts';

type ServiceIndex = Exclude<
  keyof IndexNames,
  'articles' | 'articlesOf' | 'readingOf' | 'newArticleIndex' | 'buildingOf' | 'allArticleIndices' | 'isOwn'
>;

const record: Properties = {
  revision: count,
  checksum: collected,
  sequence: count,
  modified: instant,
  received: instant,
  deleted: flag,
  purged: flag,
  publishAt: instant,
  withdrawn: kept,
  owner: keyword,
  input: opaque,
};

const searched = { ...keyword, doc_values: false };
const unsearched = { ...count, index: false, doc_values: false };

/** The fields of each service index. Inputs from senders are stored and not indexed. */
const properties: Readonly<Record<ServiceIndex, Properties>> = {
  /** By article id: the newest input. */
  raw: record,
  /** By `<id>@<revision>`: inputs before that. */
  history: { id: keyword, ...record },
  /** Accepted and not yet indexed work: one article by its id, or a batch of `items` by their hash. */
  pending: {
    items: { properties: { id: searched, revision: unsearched, bytes: unsearched } },
    articles: count,
    id: keyword,
    revision: count,
    queue: keyword,
    since: instant,
    bytes: count,
    notBefore: instant,
    replay: flag,
    trace: kept,
  },
  failures: {
    id: keyword,
    revision: count,
    step: keyword,
    reason: keyword,
    detail: kept,
    at: instant,
    attempts: count,
    worker: keyword,
    trace: keyword,
    /** Acknowledged by an operator. */
    discarded: flag,
    context: opaque,
  },
  keys: {
    id: keyword,
    hash: keyword,
    name: keyword,
    scopes: keyword,
    origins: keyword,
    created: instant,
    expires: instant,
    revoked: instant,
    used: instant,
    settings: opaque,
  },
  audit: {
    at: instant,
    key: keyword,
    action: keyword,
    subject: keyword,
    address: keyword,
    detail: opaque,
    /** To follow the records of one process. */
    chain: keyword,
    number: count,
    shortened: flag,
  },
  state: { kind: keyword, at: instant, expires: instant, owner: keyword, value: opaque },
  exports: { token: keyword, at: instant, expires: instant, key: keyword, complete: flag, value: opaque },
  /** Saved searches. */
  alerts: {
    id: keyword,
    key: keyword,
    name: keyword,
    created: instant,
    /** Up to when it has searched. */
    looked: instant,
    active: flag,
    query: opaque,
    value: opaque,
  },
  /** Matches of alerts, by delivery id: which revision of which article. Contains no text of the article. */
  matches: {
    alert: keyword,
    article: keyword,
    revision: count,
    found: instant,
    state: keyword,
    due: instant,
    attempts: unsearched,
    why: opaque,
    answer: opaque,
  },
  /** Saved searches that are followed by e-mail; `key` is a hash of the address, `value` and `mail` are only stored. */
  subscriptions: {
    id: keyword,
    key: keyword,
    name: kept,
    created: instant,
    looked: instant,
    active: flag,
    state: keyword,
    /** When its confirmation is to be sent. */
    due: instant,
    /** When it is deleted unless it is confirmed. */
    expires: instant,
    query: opaque,
    value: opaque,
    mail: opaque,
  },
  /** Feeds and sitemaps that are polled. */
  sources: { id: keyword, url: keyword, added: instant, active: flag, due: instant, value: opaque },
  /** By a hash of source and article: entries of sources, waiting ones with their content. */
  entries: {
    source: keyword,
    article: keyword,
    host: keyword,
    /** Changes with the entry. */
    sign: kept,
    state: keyword,
    due: instant,
    attempts: unsearched,
    found: instant,
    /** When it was last in its source, to the day. */
    seen: instant,
    reason: kept,
    entry: opaque,
  },
  /** Named lists of publishers, agencies and countries; searches look `value` up by id. */
  collections: { id: keyword, key: keyword, name: keyword, shared: flag, created: instant, value: opaque },
};

/** Composite records may have more fields than are searched; all others are strict. */
const loose: ReadonlySet<ServiceIndex> = new Set([
  'failures',
  'keys',
  'audit',
  'state',
  'exports',
  'alerts',
  'subscriptions',
  'sources',
]);

/** Read by id, or searched after an explicit refresh, so a refresh every second is only overhead. */
const unhurried: ReadonlySet<ServiceIndex> = new Set(['raw', 'history', 'pending']);

/** For complete inputs, written once and seldom read: half the bytes (docs/figures/pipeline.md). */
const packed: ReadonlySet<ServiceIndex> = new Set(['raw', 'history']);

export const buildServiceIndex = (name: ServiceIndex, shape: IndexShape = {}): IndexBody => ({
  settings: {
    ...shapeSettings(shape),
    ...(unhurried.has(name) ? { refresh_interval: '30s' } : {}),
    ...(packed.has(name) ? { codec: 'best_compression' } : {}),
  },
  mappings: { dynamic: loose.has(name) ? false : 'strict', properties: properties[name] },
});

export const serviceIndices = Object.keys(properties) as readonly ServiceIndex[];
