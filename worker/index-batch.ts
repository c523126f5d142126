import type { Client } from '@elastic/elasticsearch';
import type { Lane } from '../domain/submission.ts';
import type { IndexNames } from '../mappings/names.ts';
import { type RawRecord, readRawArticle } from '../platform/articles/records.ts';
import { readHeads, readRecords } from '../platform/articles/stored.ts';
import type { BulkOperation } from '../platform/bulk.ts';
import type { Enqueuer } from '../platform/enqueue.ts';
import type { IndexJob } from '../platform/queues.ts';
import { findFormerLanguages } from './index/former.ts';
import { type FinalOutcome, insist, type Persistence } from './index/insist.ts';
import {
  documentOperation,
  type Failure,
  failureOperation,
  forgetFailureOperation,
  settleOperation,
  tombstoneOperation,
} from './index/operations.ts';
import type { Stories } from './index/stories.ts';
import { toTombstone } from './index/to-document.ts';
import type { Preparation, Prepared } from './threads/messages.ts';
import type { ThreadPool } from './threads/pool.ts';

export interface BatchServices extends Persistence {
  readonly client: Client;
  readonly names: IndexNames;
  readonly pool: ThreadPool;
  readonly stories: Stories;
  readonly enqueuer: Enqueuer;
  readonly laneName: Lane;
}

/** One article of a batch at the revision that stands in `raw`. */
interface Work {
  readonly id: string;
  readonly record: RawRecord;
  /** `null` for a deletion. */
  readonly prepared: Prepared | null;
}

/**
 * Brings the articles of one job into the index: load, prepare, write, settle. May be repeated at any point.
 *
 * @throws {StoreUnavailable} {HandBack}
 */
export const indexBatch = async (job: IndexJob, services: BatchServices): Promise<void> => {
  const works = await prepareAll(await loadDue(job, services), services);
  const failures = await writeAll(works, job, services);
  await settleAll(works, failures, job, services);
};

/** Articles whose raw is behind were never acknowledged; embargoed ones wait in `pending` for their time. */
const loadDue = async ({ items }: IndexJob, services: BatchServices) => {
  const records = await readRecords(services, items);
  return items.flatMap(({ id, revision }) => {
    const record = records.get(id);
    if (!record || record.revision < revision) return [];
    if (record.publishAt && Date.parse(record.publishAt) > Date.now()) return [];
    return [{ id, record }];
  });
};

const prepareAll = async (
  due: readonly { readonly id: string; readonly record: RawRecord }[],
  { pool, stories }: BatchServices,
): Promise<readonly Work[]> => {
  const alive = due.flatMap(({ id, record }) => {
    const raw = readRawArticle(id, record);
    return raw ? [{ raw, acceptance: { checksum: record.checksum, received: record.received } }] : [];
  });
  const prepared = await placeInStories(await pool.prepare(alive), alive, stories);
  const byId = new Map(alive.map(({ raw }, n) => [raw.id, prepared[n] ?? null]));
  return due.map(({ id, record }) => ({ id, record, prepared: byId.get(id) ?? null }));
};

/** Completes documents by their story, which only a look at other articles can tell. */
export const placeInStories = async (
  prepared: readonly Prepared[],
  articles: readonly Preparation[],
  stories: Stories,
): Promise<readonly Prepared[]> => {
  const asked = prepared.flatMap((one, n) => {
    const id = articles[n]?.raw.id;
    return one.kind === 'document' && one.signature.length > 0 && id !== undefined ? [{ ...one, id }] : [];
  });
  const found = new Map((await stories.find(asked)).map((story, n) => [asked[n]?.id, story]));
  return prepared.map((one, n) => {
    if (one.kind !== 'document') return one;
    const story = found.get(articles[n]?.raw.id) ?? one.story;
    return { ...one, story, json: `${one.json.slice(0, -1)},"story":${JSON.stringify(story)}}` };
  });
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

const withoutKind = ({ step, reason, detail }: Prepared & { kind: 'rejected' }) => ({ step, reason, detail });
const outcomeName = (outcome: FinalOutcome | undefined): string =>
  outcome?.kind === 'conflict' ? 'stale' : outcome?.kind === 'rejected' ? 'rejected' : 'indexed';

/** The document, and tombstones wherever else the article still stands. */
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

/** Failures stand before the work is struck off. What lost a race on the way is done again. */
const settleAll = async (
  works: readonly Work[],
  failures: ReadonlyMap<string, Failure>,
  { replay, trace }: IndexJob,
  services: BatchServices,
): Promise<void> => {
  const { names, metrics, laneName } = services;
  for (const { reason } of failures.values()) metrics.failures.inc({ reason });
  await insist(
    [...failures.values()].map((failure) => failureOperation(names, failure)),
    services,
  );
  const forgotten = works.filter(({ id, record }) => !failures.has(id) && (replay || record.revision > 1));
  const outcomes = await insist(
    [
      ...works.map(({ id, record }) => settleOperation(names, id, record.revision)),
      ...forgotten.map(({ id, record }) => forgetFailureOperation(names, id, record.revision)),
    ],
    services,
  );
  for (const { record } of works) {
    metrics.acceptToIndexed.observe({ lane: laneName }, (Date.now() - Date.parse(record.received)) / 1000);
  }
  await convergeRaces(
    works.filter((_, n) => outcomes[n]?.kind === 'conflict' || outcomes[n]?.kind === 'missing'),
    trace,
    services,
  );
};

/**
 * Whose pending record is newer or gone may have been overtaken by a newer revision, which then did not see the
 * document just written. Doing that revision once more puts both right.
 */
const convergeRaces = async (
  doubtful: readonly Work[],
  trace: string | null,
  services: BatchServices,
): Promise<void> => {
  if (doubtful.length === 0) return;
  const heads = await readHeads(services, doubtful);
  const again = doubtful.flatMap(({ id, record }) => {
    const revision = heads.get(id)?.head.revision ?? 0;
    return revision > record.revision ? [{ id, revision, bytes: 0 }] : [];
  });
  await services.enqueuer.enqueue(services.laneName, again, { again: true, trace });
};
