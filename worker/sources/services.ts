import type { Acceptor } from '../../platform/articles/accept.ts';
import type { Config } from '../../platform/config.ts';
import type { Elasticsearch } from '../../platform/elasticsearch.ts';
import type { Logger } from '../../platform/log.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { EntryStore } from '../../platform/sources/entries.ts';
import type { SourceStore } from '../../platform/sources/store.ts';
import type { ThreadPool } from '../threads/pool.ts';
import type { Visitor } from './visit.ts';

/** Services for polling sources. */
export interface SourceServices {
  readonly client: Elasticsearch;
  /** Index of the audit. */
  readonly audit: string;
  readonly sources: SourceStore;
  readonly entries: EntryStore;
  readonly visitor: Visitor;
  readonly pool: Pick<ThreadPool, 'readSource'>;
  readonly acceptor: Acceptor;
  readonly settings: Config['sources'];
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly closing: AbortSignal;
}
