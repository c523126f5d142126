import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { type ChecksumParts, checksumPartSpan } from '../../domain/checksum-parts.ts';
import { areEqual, sumUp } from './sums.ts';

/** A document of the old index that the new one lacks, or has in an older or different form. */
export interface Difference {
  readonly id: string;
  /** `buried`: only one of them is a tombstone. */
  readonly why: 'missing' | 'older' | 'buried' | 'other-content';
}

export interface CompareOptions {
  readonly source: string;
  readonly target: string;
  /** Compare the documents' contents too, not only which revisions there are. */
  readonly content: boolean;
}

/** How many ranges one request divides its span into. */
const pieces = 1024;
/** Ranges with up to this many documents are listed instead of divided further. */
const listed = 2000;

/**
 * Compares two indices by counts and checksums of ranges, and by id where a range differs. Documents that are newer
 * or only in the new index come from writers and are no difference. Refresh both indices first.
 */
export const compareIndices = async (
  client: Client,
  options: CompareOptions,
): Promise<readonly Difference[]> => {
  const suspects = new Set<string>();
  await narrow(client, options, 0, checksumPartSpan, suspects);
  for (const id of await listIds(client, options.source, withoutChecksumParts)) suspects.add(id);
  return judge(client, options, [...suspects]);
};

const withoutChecksumParts = { bool: { must_not: [{ exists: { field: 'proof.a' } }] } };

/** Divides a span of the first checksum part into ranges and searches those whose sums differ. */
const narrow = async (
  client: Client,
  options: CompareOptions,
  from: number,
  to: number,
  suspects: Set<string>,
): Promise<void> => {
  const width = Math.max(1, Math.ceil((to - from) / pieces));
  const [source, target] = await Promise.all([
    sumUp(client, options.source, { from, to, width }),
    sumUp(client, options.target, { from, to, width }),
  ]);
  for (const start of new Set([...source.keys(), ...target.keys()])) {
    const [one, other] = [source.get(start), target.get(start)];
    if (one && other && areEqual(one, other, options.content)) continue;
    const end = start + width;
    if (width > 1 && Math.max(one?.count ?? 0, other?.count ?? 0) > listed) {
      await narrow(client, options, start, end, suspects);
      continue;
    }
    const range = { range: { 'proof.a': { gte: start, lt: end } } };
    for (const index of [options.source, options.target])
      for (const id of await listIds(client, index, range)) suspects.add(id);
  }
};

const listIds = async (client: Client, index: string, query: object): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (let after: string | undefined; ; ) {
    const { hits } = await client.search({
      index,
      size: 10_000,
      _source: false,
      track_total_hits: false,
      query,
      sort: [{ id: { order: 'asc' } }],
      ...(after === undefined ? {} : { search_after: [after] }),
    });
    ids.push(...hits.hits.flatMap(({ _id }) => (_id === undefined ? [] : [_id])));
    if (hits.hits.length < 10_000) return ids;
    after = String(hits.hits.at(-1)?.sort?.[0]);
  }
};

const got = z.object({
  docs: z.array(
    z.object({
      found: z.boolean().default(false),
      _version: z.number().default(0),
      _source: z
        .object({
          gone: z.boolean().default(false),
          proof: z.object({ d: z.number(), e: z.number() }).optional(),
        })
        .optional(),
    }),
  ),
});

/** Reads the suspects themselves, in real time. */
const judge = async (
  client: Client,
  { source, target, content }: CompareOptions,
  ids: readonly string[],
): Promise<readonly Difference[]> => {
  const differences: Difference[] = [];
  for (let from = 0; from < ids.length; from += 1000) {
    const some = ids.slice(from, from + 1000);
    const [old, fresh] = await Promise.all(
      [source, target].map(async (index) => {
        const answer: unknown = await client.mget({ index, ids: some, _source_includes: ['proof', 'gone'] });
        return got.parse(answer).docs;
      }),
    );
    some.forEach((id, n) => {
      const [was, is] = [old?.[n], fresh?.[n]];
      if (!was?.found) return;
      if (!is?.found) differences.push({ id, why: 'missing' });
      else if (is._version < was._version) differences.push({ id, why: 'older' });
      else if (is._version > was._version) return;
      else if (was._source?.gone !== is._source?.gone) differences.push({ id, why: 'buried' });
      else if (content && differs(was._source?.proof, is._source?.proof))
        differences.push({ id, why: 'other-content' });
    });
  }
  return differences;
};

/** A document from before checksum parts existed gets them when it is copied. */
const differs = (
  was: Pick<ChecksumParts, 'd' | 'e'> | undefined,
  is: Pick<ChecksumParts, 'd' | 'e'> | undefined,
): boolean => was !== undefined && (was.d !== is?.d || was.e !== is?.e);
