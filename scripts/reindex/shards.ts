import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import type { Part } from '../../platform/reindex-state.ts';

const statistics = z.object({
  indices: z.record(
    z.string(),
    z.object({
      shards: z.record(
        z.string(),
        z.array(
          z.object({
            routing: z.object({ primary: z.boolean() }),
            seq_no: z.object({ global_checkpoint: z.number() }),
          }),
        ),
      ),
    }),
  ),
});

/**
 * How far every shard of an index is written: all operations up to `end` are in every copy of the shard, and after
 * the refresh that follows also visible.
 */
export const readCheckpoints = async (client: Client, index: string): Promise<readonly Part[]> => {
  const answer: unknown = await client.indices.stats({ index, level: 'shards', metric: 'indexing' });
  const shards = Object.entries(statistics.parse(answer).indices[index]?.shards ?? {});
  const parts = shards.map(([shard, copies]) => {
    const primary = copies.find(({ routing }) => routing.primary);
    if (!primary) throw new Error(`shard ${shard} of ${index} has no primary`);
    return { shard: Number(shard), at: -1, end: primary.seq_no.global_checkpoint };
  });
  await client.indices.refresh({ index });
  return parts;
};

/** Parts for writes after the given parts, up to the checkpoints. */
export const partsSince = (before: readonly Part[], checkpoints: readonly Part[]): readonly Part[] =>
  checkpoints.map(({ shard, end }) => {
    const ends = before.filter((part) => part.shard === shard).map((part) => part.end);
    return { shard, at: Math.max(-1, ...ends), end };
  });

/** Cuts parts so that several can be copied at once. */
export const cutParts = (parts: readonly Part[], pieces: number): readonly Part[] =>
  parts.flatMap(({ shard, at, end }) => {
    const step = Math.max(1000, Math.ceil((end - at) / pieces));
    const cut: Part[] = [];
    for (let from = at; from < end; from += step)
      cut.push({ shard, at: from, end: Math.min(end, from + step) });
    return cut.length > 0 ? cut : [{ shard, at, end }];
  });

export const lengthOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { at, end }) => sum + Math.max(0, end - at), 0);
