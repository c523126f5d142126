import type { Client } from '@elastic/elasticsearch';
import type { Prepared } from '../chain/prepare-article.ts';
import { toTombstone } from '../domain/document.ts';
import type { Lane } from '../domain/submission.ts';
import type { IndexNames } from '../mappings/names.ts';
import { strikeOff } from '../platform/articles/pending.ts';
import { readPreparation } from '../platform/articles/records.ts';
import type { BulkOperation } from '../platform/bulk.ts';
import type { Enqueuer } from '../platform/enqueue.ts';
import type { Logger } from '../platform/log.ts';
import type { IndexJob, JobItem } from '../platform/queues.ts';
import { putOff } from './index/embargo.ts';
import { findFormerLanguages } from './index/former.ts';
import { type FinalOutcome, insist, type Persistence } from './index/insist.ts';
import { type Due, findOvertaken, loadBefore, loadDue, mostBack } from './index/load-due.ts';
import {
  documentOperation,
  type Failure,
  failureOperation,
  forgetFailureOperation,
  tombstoneOperation,
} from './index/operations.ts';
import { isSettled, readSettled, type Settled } from './index/settled.ts';
import type { Stories } from './index/stories.ts';
import { prepareArticles } from './prepare-articles.ts';
import type { ThreadPool } from './threads/pool.ts';

export interface BatchServices extends Persistence {
  readonly log: Logger;
  readonly client: Client;
  readonly names: IndexNames;
  readonly pool: ThreadPool;
  readonly stories: Stories;
  readonly enqueuer: Enqueuer;
  readonly laneName: Lane;
}

/** One article of a batch; `prepared` is `null` for a deletion. */
interface Work extends Due {
  readonly prepared: Prepared | null;
}

/** After this many rounds, an article that keeps being revised is left to the job of its next revision. */
const mostRounds = 5;

/**
 * Brings the articles of one job into the index: load, prepare, write, remove from `pending`. Articles that are revised
 * meanwhile are processed again. May be repeated at any point.
 *
 * @throws {StoreUnavailable} {HandBack}
 */
export const indexBatch = async (job: IndexJob, services: BatchServices): Promise<void> => {
  const { items, batch, replay } = job;
  const done = new Map<string, number>();
  let isWhole = true;
  let open: readonly JobItem[] = items;
  for (let round = 0; open.length > 0; round += 1) {
    const { due, behind, early } = await loadDue(services, open);
    if (behind.length > 0) isWhole = false;
    await putOff(early, replay, services);
    const works = await prepareAll(due, services);
    const failures = await writeAll(works, job, services);
    await keepBefore(
      works.filter(({ id }) => failures.has(id)),
      job,
      services,
    );
    await noteFailures(works, failures, job, services);
    for (const { id, record } of works) done.set(id, record.revision);
    const overtaken = await findOvertaken(services, works);
    open = overtaken.map(({ id, record: { revision } }) => ({ id, revision, bytes: 0 }));
    if (round >= mostRounds) break;
  }
  const articles = [...done].map(([id, revision]) => ({ id, revision, bytes: 0 }));
  if (!batch) await insist(strikeOff(services.names, articles, false), services);
  else if (isWhole) await insist(strikeOff(services.names, items, true), services);
  if (open.length > 0) await services.enqueuer.enqueue(services.laneName, open, { again: true });
};

const prepareAll = async (
  due: readonly Due[],
  { pool, stories }: BatchServices,
): Promise<readonly Work[]> => {
  const alive = due.flatMap(({ id, record }) => readPreparation(id, record) ?? []);
  const prepared = await prepareArticles(alive, { pool, stories });
  const byId = new Map(alive.map(({ raw }, n) => [raw.id, prepared[n] ?? null]));
  return due.map((one) => ({ ...one, prepared: byId.get(one.id) ?? null }));
};

const writeAll = async (
  works: readonly Work[],
  { replay, trace }: IndexJob,
  services: BatchServices,
): Promise<ReadonlyMap<string, Failure>> => {
  const { client, names, metrics } = services;
  const revised = works.filter(({ record }) => record.revision > 1 || replay).map(({ id }) => id);
  const former = await findFormerLanguages(client, names, revised);
  const writes = works.flatMap((work) => operationsOf(work, former.get(work.id) ?? [], names));
  const outcomes = await insist(
    writes.map(({ operation }) => operation),
    services,
  );
  const failures = new Map<string, Failure>();
  for (const { id, record, prepared } of works) {
    if (prepared?.kind === 'rejected')
      failures.set(id, { id, revision: record.revision, trace, ...withoutKind(prepared) });
  }
  writes.forEach(({ work, operation: _ }, n) => {
    const outcome = outcomes[n];
    metrics.indexed.inc({ outcome: outcomeName(outcome) });
    if (outcome?.kind !== 'rejected') return;
    const { reason, detail } = outcome;
    failures.set(work.id, {
      id: work.id,
      revision: work.record.revision,
      trace,
      step: 'index',
      reason,
      detail,
    });
  });
  return failures;
};

/** Indexes the newest readable revision before a rejected one, if there is one. */
const keepBefore = async (rejected: readonly Work[], job: IndexJob, services: BatchServices) => {
  const settled: Settled = job.replay ? new Map() : await readSettled(services, rejected);
  const newest = new Map(rejected.map(({ id, record }) => [id, record.revision]));
  const isOpen = (one: Due): boolean => !isSettled(one, newest.get(one.id) ?? 0, settled);
  let open: readonly Due[] = rejected.filter(isOpen);
  for (let back = 0; open.length > 0 && back < mostBack; back += 1) {
    const works = await prepareAll(await loadBefore(services, open), services);
    const failures = await writeAll(works, job, services);
    open = works.filter((one) => failures.has(one.id) && isOpen(one));
  }
};

const withoutKind = ({ step, reason, detail }: Prepared & { kind: 'rejected' }) => ({ step, reason, detail });
const outcomeName = (outcome: FinalOutcome | undefined): string => {
  if (outcome?.kind === 'conflict') return 'stale';
  return outcome?.kind === 'rejected' ? 'rejected' : 'indexed';
};

/** The document, and tombstones in every other index that still has the article. */
const operationsOf = (
  work: Work,
  former: readonly string[],
  names: IndexNames,
): readonly { readonly work: Work; readonly operation: BulkOperation }[] => {
  const { id, record, prepared } = work;
  if (prepared?.kind === 'rejected') return [];
  const language = prepared?.language ?? null;
  const operations = former
    .filter((code) => code !== language)
    .map((code) => tombstoneOperation(names, toTombstone(id, record.revision, code, record)));
  if (prepared) operations.unshift(documentOperation(names, { id, revision: record.revision, ...prepared }));
  return operations.map((operation) => ({ work, operation }));
};

/** Failures are recorded before the work is removed from `pending`. */
const noteFailures = async (
  works: readonly Work[],
  failures: ReadonlyMap<string, Failure>,
  { replay }: IndexJob,
  services: BatchServices,
): Promise<void> => {
  const { names, metrics, laneName, log } = services;
  for (const { id, revision, step, reason, trace } of failures.values()) {
    metrics.failures.inc({ reason });
    log.warn({ id, revision, step, reason, trace }, 'article rejected');
  }
  const forgotten = works.filter(({ id, record }) => !failures.has(id) && (replay || record.revision > 1));
  await insist(
    [
      ...[...failures.values()].map((failure) => failureOperation(names, failure)),
      ...forgotten.map(({ id, record }) => forgetFailureOperation(names, id, record.revision)),
    ],
    services,
  );
  for (const { record } of works) {
    metrics.acceptToIndexed.observe({ lane: laneName }, (Date.now() - Date.parse(record.received)) / 1000);
  }
};
