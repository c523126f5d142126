import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { StoreUnavailable } from '../../domain/errors.ts';
import { historyId } from '../../domain/ids.ts';
import type { StoreNames } from '../names.ts';
import { type RawHead, type RawRecord, rawHead, rawRecord } from './records.ts';

/** A raw record without its input, and its position for compare-and-set. */
export interface StoredHead {
  readonly head: RawHead;
  readonly seqNo: number;
  readonly primaryTerm: number;
}

interface Store {
  readonly client: Client;
  readonly names: StoreNames;
}

/**
 * Current heads of raw records, read in real time, not as of the last refresh.
 *
 * @throws {StoreUnavailable}
 */
export const readHeads = async (
  { client, names }: Store,
  wanted: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, StoredHead>> => {
  const found = await multiGet(client, names.raw, wanted, Object.keys(rawHead.shape));
  return new Map(
    found.map(({ _id, _source, _seq_no, _primary_term }) => [
      _id,
      { head: rawHead.parse(_source), seqNo: _seq_no, primaryTerm: _primary_term },
    ]),
  );
};

/** Whole raw records; see `readHeads`. */
export const readRecords = async (
  { client, names }: Store,
  wanted: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, RawRecord & { readonly seqNo: number }>> => {
  const found = await multiGet(client, names.raw, wanted);
  return new Map(
    found.map(({ _id, _source, _seq_no }) => [_id, { ...rawRecord.parse(_source), seqNo: _seq_no }]),
  );
};

/** Current positions of raw records for compare-and-set; a changed number means a write in between. */
export const readPositions = async (
  { client, names }: Store,
  wanted: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, number>> => {
  const found = await multiGet(client, names.raw, wanted, []);
  return new Map(found.map(({ _id, _seq_no }) => [_id, _seq_no]));
};

/** Former revisions from `history`; deleted ones are left out. */
export const readFormer = async (
  { client, names }: Store,
  wanted: readonly { readonly id: string; readonly revision: number }[],
): Promise<ReadonlyMap<string, RawRecord>> => {
  const keys = new Map(wanted.map(({ id, revision }) => [historyId(id, revision), id]));
  const found = await multiGet(
    client,
    names.history,
    [...keys.keys()].map((id) => ({ id })),
  );
  return new Map(found.map(({ _id, _source }) => [keys.get(_id) ?? _id, rawRecord.parse(_source)]));
};

/**
 * The documents that are there.
 *
 * @throws {StoreUnavailable} also if a shard did not answer for one of them
 */
export const multiGet = async (
  client: Client,
  index: string,
  wanted: readonly { readonly id: string }[],
  fields?: string[],
) => {
  if (wanted.length === 0) return [];
  const ids = wanted.map(({ id }) => id);
  const response = await unlessAway(client.mget({ index, ids, ...(fields ? sourceOf(fields) : {}) }));
  const docs = multiGetResponse.parse(response).docs;
  const faulty = docs.find((doc) => 'error' in doc);
  if (faulty && 'error' in faulty) throw new StoreUnavailable(`reading ${index}: ${faulty.error.type}`);
  return docs.filter((doc) => 'found' in doc && doc.found === true);
};

const sourceOf = (fields: string[]) =>
  fields.length > 0 ? { _source_includes: fields } : { _source: false };

const multiGetResponse = z.object({
  docs: z.array(
    z.union([
      z.object({ error: z.object({ type: z.string() }) }),
      z.object({
        found: z.literal(true),
        _id: z.string(),
        _source: z.unknown().optional(),
        _seq_no: z.number(),
        _primary_term: z.number(),
        _version: z.number(),
      }),
      z.object({ found: z.literal(false), _id: z.string() }),
    ]),
  ),
});

/** For every reason why Elasticsearch does not answer, the caller gets one message: try again. */
export const unlessAway = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (cause) {
    throw new StoreUnavailable('Elasticsearch did not answer', { cause });
  }
};
