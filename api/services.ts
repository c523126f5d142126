import type { Config } from '../platform/config.ts';
import type { Elasticsearch } from '../platform/elasticsearch.ts';
import type { Logger } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Redis } from '../platform/redis.ts';
import type { Signer } from './access/signer.ts';
import type { Authorities } from './search/authorities.ts';
import type { ConcurrencyLimit } from './search/concurrency-limit.ts';
import type { SearchExecutor } from './search/execute.ts';

/** What routes and searches work with; made once in `main.ts`, passed down. */
export interface ApiServices {
  readonly config: Config;
  readonly elasticsearch: Elasticsearch;
  /** Fails fast; whoever uses it decides what happens without it. */
  readonly redis: Redis;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly clock: () => Date;
  readonly authorities: Authorities;
  /** What asks Elasticsearch for a search otherwise than by `execute` waits its turn here. */
  readonly searchLimit: ConcurrencyLimit;
  /** Runs searches; equal ones in flight share one request. */
  readonly execute: SearchExecutor;
  /** Aborted when the process was asked to end: it still answers, and sends everybody elsewhere. */
  readonly closing: AbortSignal;
  /** Signs cursors, and the addresses of private feeds. */
  readonly signer: Signer;
}
