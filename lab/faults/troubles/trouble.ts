import type { IndexNames } from '../../../mappings/names.ts';
import type { Elasticsearch } from '../../../platform/elasticsearch.ts';
import type { Queues } from '../../../platform/queues.ts';
import type { Redis } from '../../../platform/redis.ts';
import type { Installation } from '../installation.ts';
import type { Ledger } from '../ledger.ts';
import type { Random } from '../random.ts';

/** Where faults are caused. The clients go straight to the servers. */
export interface Scene {
  readonly installation: Installation;
  readonly names: IndexNames;
  readonly client: Elasticsearch;
  readonly redis: Redis;
  readonly queues: Queues;
  readonly ledger: Ledger;
  readonly random: Random;
  readonly log: (line: string) => void;
}

/** A temporary fault. */
export interface Trouble {
  readonly name: string;
  /** Resolves when it is over and everything is restored, although servers may be killed meanwhile. */
  readonly strike: (scene: Scene) => Promise<void>;
}
