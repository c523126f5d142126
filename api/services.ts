import type { Config } from '../platform/config.ts';
import type { Elasticsearch } from '../platform/elasticsearch.ts';
import type { Logger } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Redis } from '../platform/redis.ts';
import type { Signer } from './access/signer.ts';
import type { Authorities } from './search/authorities.ts';
import type { ConcurrencyLimit } from './search/concurrency-limit.ts';
import type { SearchExecutor } from './search/execute.ts';

/** Services of routes and searches; made once in `main.ts`, passed down. */
export interface ApiServices {
  readonly config: Config;
  readonly elasticsearch: Elasticsearch;
  /** Fails fast; each caller decides what happens without it. */
  readonly redis: Redis;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly clock: () => Date;
  readonly authorities: Authorities;
  /** Concurrency limit for searches that do not go through `execute`. */
  readonly searchLimit: ConcurrencyLimit;
  /** Runs searches; equal concurrent ones share one request. */
  readonly execute: SearchExecutor;
  /** Aborted when the process was asked to end: it still answers, but reports "not ready". */
  readonly closing: AbortSignal;
  /** Signs cursors, and the addresses of private feeds. */
  readonly signer: Signer;
}
