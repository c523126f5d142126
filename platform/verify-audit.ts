import { z } from 'zod';
import { type AuditHead, hashAddress, hashRecord, noHash } from '../domain/audit-chain.ts';
import { headShape, missingHeads } from './audit-heads.ts';
import type { Elasticsearch } from './elasticsearch.ts';

/** The last record of each chain: kept elsewhere, they show whether the end of a chain was cut off. */
export type AuditHeads = Readonly<Record<string, { readonly number: number; readonly hash: string }>>;

export interface AuditFault {
  readonly chain: string;
  readonly number: number;
  readonly fault: 'changed' | 'missing' | 'cut-off' | 'address-changed';
}

export interface AuditVerdict {
  readonly records: number;
  /** Records from before chaining was introduced. */
  readonly unchained: number;
  readonly faults: readonly AuditFault[];
  readonly heads: AuditHeads;
}

const stored = z.looseObject({
  at: z.string(),
  key: z.string().nullable(),
  action: z.string(),
  subject: z.union([z.string(), z.array(z.string())]),
  detail: z.looseObject({}).optional(),
  address: z.string().optional(),
  addressHash: z.string().optional(),
  salt: z.string().nullish(),
  chain: z.string(),
  number: z.number().int(),
  previous: z.string(),
  hash: z.string(),
  heads: z.array(headShape).optional(),
});
type Stored = z.infer<typeof stored>;

const page = z.object({
  hits: z.object({
    hits: z.array(z.object({ _source: stored, sort: z.array(z.union([z.string(), z.number()])) })),
  }),
});
const pageSize = 1000;
const mostFaults = 1000;

/**
 * Follows every chain of the audit from its first record to its last, and looks for the last records that chains have
 * noted of one another.
 *
 * @param known  heads from an earlier call
 * @throws what the client throws
 */
export const verifyAudit = async (
  client: Elasticsearch,
  index: string,
  known: AuditHeads = {},
): Promise<AuditVerdict> => {
  await client.indices.refresh({ index });
  const faults: AuditFault[] = [];
  const heads: Record<string, { number: number; hash: string }> = {};
  const seen = new Set<string>();
  const noted = new Map<string, AuditHead>();
  let records = 0;
  for await (const record of readChained(client, index)) {
    records += 1;
    const { chain, number, hash } = record;
    const before = heads[chain] ?? { number: 0, hash: noHash };
    const fault = faultOf(record, before);
    if (fault && faults.length < mostFaults) faults.push({ chain, number, fault });
    if (known[chain]?.number === number && known[chain].hash === hash) seen.add(chain);
    heads[chain] = { number, hash };
    for (const head of record.heads ?? [])
      if (head.number > (noted.get(head.chain)?.number ?? 0)) noted.set(head.chain, head);
  }
  for (const [chain, { number }] of Object.entries(known))
    if (!seen.has(chain)) faults.push({ chain, number, fault: 'cut-off' });
  for (const { chain, number } of await missingHeads(client, index, [...noted.values()]))
    if (!faults.some((each) => each.chain === chain && each.number === number))
      faults.push({ chain, number, fault: 'cut-off' });
  const query = { bool: { must_not: [{ exists: { field: 'chain' } }] } };
  const { count } = await client.count({ index, query });
  return { records, unchained: count, faults, heads };
};

const faultOf = (
  record: Stored,
  before: { readonly number: number; readonly hash: string },
): AuditFault['fault'] | null => {
  if (record.number !== before.number + 1) return 'missing';
  if (record.previous !== before.hash || hashRecord(record, record) !== record.hash) return 'changed';
  const { address, salt, addressHash } = record;
  return salt && address && hashAddress(salt, address) !== addressHash ? 'address-changed' : null;
};

async function* readChained(client: Elasticsearch, index: string): AsyncGenerator<Stored> {
  let after: (string | number)[] | undefined;
  do {
    const answer: unknown = await client.search({
      index,
      size: pageSize,
      query: { exists: { field: 'chain' } },
      sort: [
        { chain: { order: 'asc', unmapped_type: 'keyword' } },
        { number: { order: 'asc', unmapped_type: 'long' } },
      ],
      ...(after ? { search_after: after } : {}),
    });
    const { hits } = page.parse(answer).hits;
    for (const { _source } of hits) yield _source;
    after = hits.at(-1)?.sort;
  } while (after);
}
