import type { Client } from '@elastic/elasticsearch';
import type { IndexNames } from '../../mappings/names.ts';
import { type BulkOperation, type ItemOutcome, sendBulk } from '../../platform/bulk.ts';
import type { Config } from '../../platform/config.ts';
import type { Logger } from '../../platform/log.ts';
import { type FenceState, liftDeadFence } from '../../platform/reindex-state.ts';
import { prepareLanguages } from '../definitions.ts';
import { sendMakingIndices } from './making-indices.ts';
import { createNewFields, type NewFields, sendWithoutNewFields } from './without-new-fields.ts';

/** Where documents of a language go: its index and, during a reindex, also the index that will replace it. */
export interface WriteTargets {
  readonly isBuilding: (language: string) => boolean;
  /** Creates the indices of languages without articles so far. Rejects if the server does not accept them. */
  readonly makeIndices: (languages: readonly string[]) => Promise<void>;
  /** Reads the targets again. Never throws; at most four times a second. */
  readonly lookUp: () => Promise<void>;
  /**
   * After a refused write: reads the targets again, and removes a write block that a crashed reindex left behind.
   *
   * @returns whether a living reindex holds a write block for its last round
   */
  readonly lookAfterRefusal: () => Promise<boolean>;
  /** How to handle fields that are newer than an index. */
  readonly newFields: NewFields;
}

const leastMs = 250;

interface TargetServices {
  readonly client: Client;
  readonly names: IndexNames;
  readonly config: Pick<Config, 'prefix' | 'indices'>;
  readonly log: Logger;
}

export const createTargets = ({ client, names, config, log }: TargetServices): WriteTargets => {
  let building: ReadonlySet<string> = new Set();
  let looked = 0;
  let announced = '';
  const old = new Set<string>();
  const lookUp = async (): Promise<void> => {
    if (Date.now() - looked < leastMs) return;
    looked = Date.now();
    try {
      const found = await client.indices.getAlias({ name: names.buildingOf('*') }, { ignore: [404] });
      // A 404 answer has `error` and `status` where the indices would be.
      const aliases = Object.values(found).flatMap((index) => Object.keys(index?.aliases ?? {}));
      building = new Set(aliases);
    } catch (error) {
      log.debug({ err: error }, 'targets could not be looked up');
    }
  };
  return {
    newFields: createNewFields((path) => {
      if (old.has(path)) return;
      old.add(path);
      log.warn({ field: path }, 'an index of an earlier release lacks a field: run `reindex --from index`');
    }),
    makeIndices: async (languages) => {
      await prepareLanguages(client, config, languages);
      log.info({ languages }, 'made the indices of these languages');
    },
    isBuilding: (language) => building.has(names.buildingOf(language)),
    lookUp,
    lookAfterRefusal: async () => {
      await lookUp();
      const fence = await liftDeadFence(client, names.state).catch((error: unknown): FenceState => {
        log.debug({ err: error }, 'the write blocks of a reindex could not be read');
        return { kind: 'none' };
      });
      if (fence.kind === 'lifted')
        log.warn({ lifted: fence.indices }, 'lifted the write block of a crashed reindex');
      // Logged once per reindex: every job runs into it until the block is gone.
      if (fence.kind === 'held' && fence.reindex !== announced) {
        announced = fence.reindex;
        log.info({ reindex: announced }, 'a reindex is in its last round; writes wait for it');
      }
      return fence.kind === 'held';
    },
  };
};

/**
 * Sends operations to all their targets; an operation has succeeded if it succeeded everywhere. A rejection by only the
 * new index is left to its reindex: the comparison before the alias swap finds it.
 */
export const sendToTargets = async (
  client: Client,
  operations: readonly BulkOperation[],
  targets: WriteTargets,
): Promise<readonly ItemOutcome[]> => {
  const twins = operations.flatMap((operation, n) => {
    const { beside, document } = operation;
    if (!beside || document === undefined || !targets.isBuilding(beside.language)) return [];
    return [{ n, operation: { action: beside.action(), document } }];
  });
  const all = await sendWithoutNewFields(
    (some) => sendMakingIndices((parts) => sendBulk(client, parts), some, targets.makeIndices),
    [...operations, ...twins.map(({ operation }) => operation)],
    targets.newFields,
  );
  const outcomes = all.slice(0, operations.length);
  twins.forEach(({ n }, at) => {
    const twin = all[operations.length + at];
    if (twin?.kind === 'retry' || twin?.kind === 'fault') outcomes[n] = twin;
  });
  if (!outcomes.some(({ kind }) => kind === 'fault')) return outcomes;
  const isFenced = await targets.lookAfterRefusal();
  return outcomes.map((outcome) => (isFenced && isBlocked(outcome) ? waitForFence : outcome));
};

const waitForFence = { kind: 'retry', reason: 'fence' } as const;
const isBlocked = (outcome: ItemOutcome): boolean =>
  outcome.kind === 'fault' && outcome.reason === 'cluster_block_exception';
