import type { Client } from '@elastic/elasticsearch';
import type { IndexNames } from '../../mappings/names.ts';
import type { Config } from '../../platform/config.ts';
import type { Lease } from './lease.ts';
import type { Throttle } from './throttle.ts';
import type { Transform } from './transform.ts';

/** What a reindex works with. */
export interface ReindexServices {
  readonly client: Client;
  readonly config: Config;
  readonly names: IndexNames;
  readonly lease: Lease;
  readonly transform: Transform;
  readonly throttle: Throttle;
  /** Parts that are copied at once. */
  readonly slices: number;
  readonly stopped: AbortSignal;
  readonly report: (progress: Progress) => void;
}

export interface Progress {
  readonly phase: string;
  readonly copied: number;
  readonly total: number;
}

/** Stopped in order: everything is kept to go on with `--resume`. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Something stands in the way that the operator has to decide. */
export class CannotReindex extends Error {
  override readonly name = 'CannotReindex';
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** @throws {Stopped} */
export const checkStopped = ({ stopped, lease }: Pick<ReindexServices, 'stopped' | 'lease'>): void => {
  if (stopped.aborted) throw new Stopped('stopped; go on with --resume');
  lease.check();
};

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
