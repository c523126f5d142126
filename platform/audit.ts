import { randomBytes } from 'node:crypto';
import { type AuditHead, type AuditLink, hashAddress, hashRecord, noHash } from '../domain/audit-chain.ts';
import { readChainHeads } from './audit-heads.ts';
import type { Elasticsearch } from './elasticsearch.ts';

/** One action: who did what to which objects. */
export interface AuditRecord {
  /** The key's id; null if none was needed. */
  readonly key: string | null;
  readonly action: string;
  /** Ids of the objects of the action. */
  readonly subject: string | readonly string[];
  readonly address?: string | undefined;
  /** Stored, never searched. */
  readonly detail?: object;
}

interface Chain {
  readonly name: string;
  number: number;
  last: string;
  /** When it last noted the heads of other chains, in milliseconds. */
  noted: number;
  /** Records that could not be written yet; they are written with the next one. */
  readonly unwritten: Map<string, object>;
}

/** Each process writes its own chain per index, so processes do not wait for each other. */
const chains = new WeakMap<Elasticsearch, Map<string, Chain>>();
const mostUnwritten = 1000;
const notedEveryMs = 3_600_000;

/** Writes one record of the audit, chained to the one before it. @throws what the client throws */
export const writeAudit = async (
  client: Elasticsearch,
  index: string,
  record: AuditRecord,
  now: Date,
): Promise<void> => {
  const chain = chainOf(client, index);
  const heads = await headsOf(chain, client, index, now);
  const open = [...chain.unwritten, link(chain, record, heads, now)];
  chain.unwritten.clear();
  for (const [at, [id, document]] of open.entries()) {
    try {
      await client.create({ index, id, document }, { ignore: [409] });
    } catch (error) {
      for (const [waiting, body] of open.slice(at))
        if (chain.unwritten.size < mostUnwritten) chain.unwritten.set(waiting, body);
      throw error;
    }
  }
};

/** With its first record and once an hour. If they cannot be read, the record matters more, and the next one has them. */
const headsOf = async (
  chain: Chain,
  client: Elasticsearch,
  index: string,
  now: Date,
): Promise<readonly AuditHead[]> => {
  if (now.getTime() - chain.noted < notedEveryMs) return [];
  try {
    const heads = await readChainHeads(client, index, chain.name);
    chain.noted = now.getTime();
    return heads;
  } catch {
    return [];
  }
};

const chainOf = (client: Elasticsearch, index: string): Chain => {
  const own = chains.get(client) ?? new Map<string, Chain>();
  chains.set(client, own);
  const chain = own.get(index) ?? {
    name: randomBytes(9).toString('base64url'),
    number: 0,
    last: noHash,
    noted: 0,
    unwritten: new Map(),
  };
  own.set(index, chain);
  return chain;
};

/** Must not await anything, so that numbers are in the order of calls. */
const link = (
  chain: Chain,
  { subject, address, detail, ...rest }: AuditRecord,
  heads: readonly AuditHead[],
  now: Date,
) => {
  const salt = randomBytes(16).toString('base64url');
  const statement = {
    at: now.toISOString(),
    ...rest,
    subject: typeof subject === 'string' ? subject : [...subject],
    // Normalized to the form in which it will be read.
    ...(detail ? { detail: plain(detail) } : {}),
    ...(address ? { addressHash: hashAddress(salt, address) } : {}),
    ...(heads.length > 0 ? { heads } : {}),
  };
  chain.number += 1;
  const place = { chain: chain.name, number: chain.number, previous: chain.last };
  const hash = hashRecord(place, statement);
  chain.last = hash;
  const link: AuditLink = { ...place, hash };
  const document = { ...statement, ...(address ? { address, salt } : {}), ...link };
  return [`${chain.name}:${chain.number}`, document] as const;
};

const plain = (detail: object): object => {
  const read: unknown = JSON.parse(JSON.stringify(detail));
  return typeof read === 'object' && read !== null ? read : {};
};
