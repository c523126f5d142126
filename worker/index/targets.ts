import type { Client } from '@elastic/elasticsearch';
import type { IndexNames } from '../../mappings/names.ts';
import { type BulkOperation, type ItemOutcome, sendBulk } from '../../platform/bulk.ts';
import type { Logger } from '../../platform/log.ts';
import { liftDeadFence } from '../../platform/reindex-state.ts';

/** Where documents of a language go: its index, and while a reindex runs also the one that is to replace it. */
export interface WriteTargets {
  readonly isBuilding: (language: string) => boolean;
  /** Looks again. Never throws; at most four times a second. */
  readonly lookUp: () => Promise<void>;
  /** After a refusal: looks again, and takes away a write block that a dead reindex left behind. */
  readonly lookAfterRefusal: () => Promise<void>;
}

const leastMs = 250;

export const createTargets = (client: Client, names: IndexNames, log: Logger): WriteTargets => {
  let building: ReadonlySet<string> = new Set();
  let looked = 0;
  const lookUp = async (): Promise<void> => {
    if (Date.now() - looked < leastMs) return;
    looked = Date.now();
    try {
      const found = await client.indices.getAlias({ name: names.buildingOf('*') }, { ignore: [404] });
      // An answer of 404 carries `error` and `status` beside the indices, of which there are none then.
      const aliases = Object.values(found).flatMap((index) => Object.keys(index?.aliases ?? {}));
      building = new Set(aliases);
    } catch (error) {
      log.debug({ err: error }, 'targets could not be looked up');
    }
  };
  return {
    isBuilding: (language) => building.has(names.buildingOf(language)),
    lookUp,
    lookAfterRefusal: async () => {
      await lookUp();
      const lifted = await liftDeadFence(client, names.state).catch((error: unknown) => {
        log.debug({ err: error }, 'no look at the write blocks of a reindex');
        return [];
      });
      if (lifted.length > 0) log.warn({ lifted }, 'lifted the write block of a reindex that died');
    },
  };
};

/**
 * Sends operations to every target of theirs; an operation has succeeded where it has succeeded everywhere. What the
 * new index alone rejects stays its reindex's affair: the comparison before the swap finds it.
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
  const all = await sendBulk(client, [...operations, ...twins.map(({ operation }) => operation)]);
  const outcomes = all.slice(0, operations.length);
  twins.forEach(({ n }, at) => {
    const twin = all[operations.length + at];
    if (twin?.kind === 'retry' || twin?.kind === 'fault') outcomes[n] = twin;
  });
  if (outcomes.some(({ kind }) => kind === 'fault')) await targets.lookAfterRefusal();
  return outcomes;
};
