import { StoreUnavailable } from '../../domain/errors.ts';
import { historyId } from '../../domain/ids.ts';
import type { Lane, Submission } from '../../domain/submission.ts';
import { type BulkOperation, type ItemOutcome, sendBulk } from '../bulk.ts';
import { backoffMs, pause } from '../pause.ts';
import { cutIntoJobs, type JobItem } from '../queues.ts';
import { nextOrder, type Verdict } from './judge.ts';
import { type PendingWork, pendingOperation } from './pending.ts';
import { type RawHead, type RawRecord, storeInput } from './records.ts';
import type { AcceptServices } from './services.ts';
import { readRecords, type StoredHead } from './stored.ts';

/** A submission that changes the stored article. */
export interface Wish {
  readonly submission: Submission;
  readonly checksum: string;
  readonly stored: StoredHead | null;
  readonly verdict: Exclude<Verdict, { kind: 'answer' }>;
  readonly lane: Lane;
  readonly trace: string | null;
}

export interface Written {
  /** Submissions that lost a race; to be judged again. */
  readonly lost: ReadonlySet<Submission>;
  /** The work that was added to `pending`. */
  readonly pending: readonly PendingWork[];
}

/** The raw write follows its pending write within this time, or not at all: the sweeper relies on it. */
const maxGapMs = 60_000;
const maxTries = 6;

/**
 * Writes pending and history first, then raw with compare-and-set. A crash in between leaves a pending record without
 * its raw record: harmless, because the article was not acknowledged. The other order could leave an article
 * that is never indexed and whose repetition is answered with `unchanged`.
 */
export const createWriter =
  (services: AcceptServices) =>
  async (wishes: readonly Wish[]): Promise<Written> => {
    const lost = new Set<Submission>();
    const began = Date.now();
    const pending = await writeBefore(services, wishes, new Date(began).toISOString(), lost);
    if (Date.now() - began > maxGapMs) throw new StoreUnavailable('the store is too slow');
    const open = wishes.filter(({ submission }) => !lost.has(submission));
    const received = new Date().toISOString();
    const outcomes = await insist(
      services,
      open.map((wish) => rawOperation(services, wish, received)),
      began + maxGapMs,
    );
    open.forEach(({ submission }, n) => {
      if (outcomes[n]?.kind === 'conflict') lost.add(submission);
    });
    return { lost, pending };
  };

const writeBefore = async (
  services: AcceptServices,
  wishes: readonly Wish[],
  since: string,
  lost: Set<Submission>,
): Promise<readonly PendingWork[]> => {
  const writing = wishes.filter(({ verdict }) => verdict.kind === 'write');
  const replaced = writing.filter(({ stored }) => stored !== null);
  const former = await readRecords(
    services,
    replaced.map(({ submission }) => submission),
  );
  const history: BulkOperation[] = [];
  for (const { submission, stored } of replaced) {
    const record = former.get(submission.id);
    // Another writer was faster: decide again with its result.
    if (!record || record.seqNo !== stored?.seqNo) lost.add(submission);
    else history.push(historyOperation(services, submission.id, record));
  }
  const open = writing.filter(({ submission }) => !lost.has(submission));
  const pending = gatherPending(open, since);
  const outcomes = await insist(services, [
    ...pending.map((work) => pendingOperation(services.names, work)),
    ...history,
  ]);
  const overtaken = new Set(
    pending.flatMap(({ items }, n) => (outcomes[n]?.kind === 'conflict' ? items.map(({ id }) => id) : [])),
  );
  for (const { submission } of open) if (overtaken.has(submission.id)) lost.add(submission);
  return pending.filter((_, n) => outcomes[n]?.kind !== 'conflict');
};

/** Bulk work is recorded per batch: one small write and one deletion for all its articles. */
const gatherPending = (wishes: readonly Wish[], since: string): readonly PendingWork[] => {
  const isBatched = ({ lane, submission }: Wish): boolean => lane === 'bulk' && !submission.publishAt;
  const batches = cutIntoJobs(wishes.filter(isBatched).map(itemOf), 'bulk');
  const singles = wishes
    .filter((wish) => !isBatched(wish))
    .map((wish) => ({
      items: [itemOf(wish)],
      queue: wish.lane,
      trace: wish.trace,
      since,
      notBefore: wish.submission.publishAt,
    }));
  const trace = wishes[0]?.trace ?? null;
  return [...batches.map((items) => ({ items, queue: 'bulk' as const, since, trace })), ...singles];
};

const itemOf = ({ submission: { id, bytes }, verdict: { revision } }: Wish): JobItem => ({
  id,
  revision,
  bytes,
});

/** Create-only: a copy that a crash left behind is identical. */
const historyOperation = (
  { names }: AcceptServices,
  id: string,
  { seqNo: _, ...record }: RawRecord & { seqNo: number },
): BulkOperation => ({
  action: JSON.stringify({ create: { _index: names.history, _id: historyId(id, record.revision) } }),
  document: JSON.stringify({ id, ...record }),
});

const rawOperation = ({ names }: AcceptServices, wish: Wish, received: string): BulkOperation => {
  const { submission, checksum, stored, verdict } = wish;
  const target = { _index: names.raw, _id: submission.id };
  const order = nextOrder(submission, stored?.head ?? null);
  if (!stored) return { action: JSON.stringify({ create: target }), document: record() };
  const where = { ...target, if_seq_no: stored.seqNo, if_primary_term: stored.primaryTerm };
  return verdict.kind === 'reorder'
    ? { action: JSON.stringify({ update: where }), document: JSON.stringify({ doc: order }) }
    : { action: JSON.stringify({ index: where }), document: record() };

  function record(): string {
    return JSON.stringify({
      revision: verdict.revision,
      checksum,
      ...order,
      received,
      deleted: submission.input === null,
      ...(submission.purge ? { purged: true } : {}),
      ...(submission.publishAt ? { publishAt: submission.publishAt } : {}),
      ...(submission.withdrawn ? { withdrawn: submission.withdrawn } : {}),
      ...ownerOf(submission, stored?.head ?? null),
      input: submission.input ? storeInput(submission.input) : null,
    });
  }
};

/** The first writer of an article owns it, also after later writes by others. */
const ownerOf = ({ owner }: Submission, stored: RawHead | null): { readonly owner?: readonly string[] } => {
  const kept = stored ? stored.owner : owner;
  return kept && kept.length > 0 ? { owner: kept } : {};
};

/**
 * Retries until every operation is written or in conflict.
 *
 * @throws {StoreUnavailable} after too many attempts or too long, or if retrying cannot help
 */
const insist = async (
  { client, metrics }: AcceptServices,
  operations: readonly BulkOperation[],
  deadline = Number.POSITIVE_INFINITY,
): Promise<readonly ItemOutcome[]> => {
  const outcomes: ItemOutcome[] = [];
  let open = operations.map((_, n) => n);
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt > 0) await pause(backoffMs(attempt, 100, 2000));
    if (Date.now() > deadline) throw new StoreUnavailable('the store is too slow');
    const batch = open.flatMap((n) => operations[n] ?? []);
    const results = await sendBulk(client, batch);
    results.forEach((outcome, at) => {
      const n = open[at];
      if (n !== undefined) outcomes[n] = outcome;
    });
    const bad = results.find(({ kind }) => kind === 'fault' || kind === 'rejected');
    if (bad && 'reason' in bad) throw new StoreUnavailable(`the store does not write: ${bad.reason}`);
    open = open.filter((n) => outcomes[n]?.kind === 'retry');
    if (open.length > 0) metrics.retries.inc({ reason: 'accept' }, open.length);
    if (open.length > 0 && attempt >= maxTries)
      throw new StoreUnavailable('the store is overloaded or unavailable');
  }
  return outcomes;
};
