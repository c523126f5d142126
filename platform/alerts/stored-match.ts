import { z } from 'zod';
import { type MatchRecord, matchRecord } from './records.ts';

/** A match with its delivery id and the place that a change has to name. */
export interface StoredMatch {
  readonly id: string;
  readonly match: MatchRecord;
  readonly seqNo: number;
  readonly primaryTerm: number;
}

const hit = z
  .object({ _id: z.string(), _source: matchRecord, _seq_no: z.number(), _primary_term: z.number() })
  .transform(
    ({ _id, _source, _seq_no, _primary_term }): StoredMatch => ({
      id: _id,
      match: _source,
      seqNo: _seq_no,
      primaryTerm: _primary_term,
    }),
  );
/** An unreadable record, from a newer version or a manual change: it must not block the others. */
const unreadable = z.object({ _id: z.string() }).transform(({ _id }) => ({ unreadable: _id }));
export const hits = z.object({ hits: z.object({ hits: z.array(z.union([hit, unreadable])) }) });
export const collapsed = z.object({
  hits: z.object({ hits: z.array(z.object({ inner_hits: z.object({ next: hits }) })) }),
});

export const readMatches = (found: z.infer<typeof hits>): readonly StoredMatch[] =>
  found.hits.hits.flatMap((one) => ('unreadable' in one ? [] : [one]));
export const idsOfUnreadable = (found: z.infer<typeof hits>): readonly string[] =>
  found.hits.hits.flatMap((one) => ('unreadable' in one ? [one.unreadable] : []));
