import type { Client } from '@elastic/elasticsearch';
import type { IndexNames } from '../../mappings/names.ts';
import type { Config } from '../../platform/config.ts';
import type { Courtesy } from './courtesy.ts';
import type { Lease } from './lease.ts';
import { Stopped } from './outcomes.ts';
import type { Throttle } from './throttle.ts';
import type { Transform } from './transform.ts';

/** What a reindex needs. */
export interface ReindexServices {
  readonly client: Client;
  readonly config: Config;
  readonly names: IndexNames;
  readonly lease: Lease;
  readonly transform: Transform;
  readonly throttle: Throttle;
  readonly courtesy: Courtesy;
  /** How many parts are copied at once. */
  readonly slices: number;
  readonly stopped: AbortSignal;
  readonly report: (progress: Progress) => void;
}

export interface Progress {
  readonly phase: string;
  readonly copied: number;
  readonly total: number;
}

/** @throws {Stopped} */
export const checkStopped = ({ stopped, lease }: Pick<ReindexServices, 'stopped' | 'lease'>): void => {
  if (stopped.aborted) throw new Stopped('stopped; continue with --resume');
  lease.check();
};
