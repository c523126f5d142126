import { type Client, errors } from '@elastic/elasticsearch';
import { z } from 'zod';

/** A range of one shard's sequence numbers: copied up to `at`, to be copied up to `end`, both inclusive. */
const part = z.object({ shard: z.number(), at: z.number(), end: z.number() });
export type Part = z.infer<typeof part>;

const pair = z.object({
  language: z.string(),
  source: z.string(),
  target: z.string(),
  parts: z.array(part),
  /** Sequence numbers of the target's shards at the alias swap: higher ones are later writes. */
  takeover: z.array(part).default([]),
});
export type Pair = z.infer<typeof pair>;

export const reindexState = z.object({
  from: z.enum(['raw', 'index', 'rollback']),
  /** `fence`: the old indices accept no writes. `swap`: compared and equal, the aliases may have moved. */
  phase: z.enum(['copy', 'fence', 'swap', 'done', 'abandoned']),
  began: z.string(),
  /** The process that works on it; null after an orderly stop. */
  owner: z.string().nullable(),
  /** Increases with each renewal. */
  beat: z.number(),
  copied: z.number(),
  pairs: z.array(pair),
  /** Indices kept for the rollback of the previous run; this run makes that impossible, so it deletes them at its end. */
  superseded: z.array(z.string()).readonly().default([]),
});
export type ReindexState = z.infer<typeof reindexState>;

export interface StoredState {
  readonly state: ReindexState;
  readonly at: string;
  readonly seqNo: number;
  readonly primaryTerm: number;
}

/** A reindex that has not renewed its lease for this long has crashed. It renews every five seconds. */
export const leaseMs = 30_000;
const id = 'reindex';
const stored = z.object({
  _seq_no: z.number(),
  _primary_term: z.number(),
  _source: z.object({ at: z.string(), value: reindexState }),
});

/** @returns null if there never was one */
export const readReindexState = async (client: Client, index: string): Promise<StoredState | null> => {
  const answer: unknown = await client.get({ index, id }, { ignore: [404] });
  const read = stored.safeParse(answer);
  if (!read.success) return null;
  const { _seq_no: seqNo, _primary_term: primaryTerm, _source } = read.data;
  return { state: _source.value, at: _source.at, seqNo, primaryTerm };
};

/**
 * Writes the state unless another process has written it since it was read; the lease depends on this.
 *
 * @returns the new state with its position, or null if another process was faster
 */
export const writeReindexState = async (
  client: Client,
  index: string,
  state: ReindexState,
  before: Pick<StoredState, 'seqNo' | 'primaryTerm'> | null,
): Promise<StoredState | null> => {
  const at = new Date().toISOString();
  const condition = before
    ? { if_seq_no: before.seqNo, if_primary_term: before.primaryTerm }
    : { op_type: 'create' as const };
  try {
    const { _seq_no = 0, _primary_term = 0 } = await client.index({
      index,
      id,
      document: { kind: 'reindex', at, owner: state.owner, value: state },
      ...condition,
    });
    return { state, at, seqNo: _seq_no, primaryTerm: _primary_term };
  } catch (error) {
    if (error instanceof errors.ResponseError && error.statusCode === 409) return null;
    throw error;
  }
};

export const isAlive = ({ state, at }: StoredState, now = Date.now()): boolean =>
  state.owner !== null && now - Date.parse(at) < leaseMs;

/** Whether the old indices accept writes. */
export const setFence = async (
  client: Client,
  indices: readonly string[],
  closed: boolean,
): Promise<void> => {
  if (closed) await client.indices.addBlock({ index: indices.join(','), block: 'write' });
  else await client.indices.putSettings({ index: [...indices], settings: { 'index.blocks.write': null } });
};

/** A resumed reindex first checks whether the aliases have moved, so the phase `swap` may be reset to `copy`. */
const fenced: ReadonlySet<string> = new Set(['fence', 'swap']);

export type FenceState =
  | { readonly kind: 'none' }
  /** Fenced by a running reindex: writes to the old indices wait. */
  | { readonly kind: 'held'; readonly reindex: string }
  | { readonly kind: 'lifted'; readonly indices: readonly string[] };

/**
 * Lifts a fence whose owner has crashed, because it would block all writes; a fence normally lasts for seconds. Takes
 * the lease first, so that an owner that resumes cannot swap.
 */
export const liftDeadFence = async (client: Client, index: string): Promise<FenceState> => {
  const found = await readReindexState(client, index);
  if (!found || !fenced.has(found.state.phase)) return { kind: 'none' };
  if (isAlive(found)) return { kind: 'held', reindex: found.state.began };
  const indices = found.state.pairs.map(({ source }) => source);
  const taken = await writeReindexState(client, index, { ...found.state, phase: 'copy', owner: null }, found);
  if (!taken) return { kind: 'none' };
  await setFence(client, indices, false);
  return { kind: 'lifted', indices };
};
