import { hostname } from 'node:os';
import type { RawInput } from '../../domain/article.ts';
import type { Accepted, Lane, Submission } from '../../domain/submission.ts';
import { writeAudit } from '../../platform/audit.ts';
import { purgedReason, refusedEntry } from '../../platform/sources/erase-entries.ts';
import type { EntryRecord } from '../../platform/sources/records.ts';
import type { StoredEntry } from '../../platform/sources/write-entries.ts';
import type { SourceServices } from './services.ts';

/** An entry whose article can be accepted, or that gets another state. */
export type Ready =
  | {
      readonly stored: StoredEntry;
      /** Null if there is nothing to accept. */
      readonly input: RawInput | null;
      /** Why it is not the page, if it is not. */
      readonly reason: string | null;
    }
  | { readonly stored: StoredEntry; readonly next: EntryRecord; readonly input?: never };

/** Accepts articles and records the new states of their entries; repeating it changes nothing. */
export const acceptAll = async (all: readonly Ready[], services: SourceServices): Promise<void> => {
  if (all.length === 0) return;
  const outcomes = new Map<string, Accepted['outcome']>();
  for (const lane of ['live', 'bulk'] as const) {
    const submissions = all.flatMap((one) => submissionOf(one, lane) ?? []);
    if (submissions.length === 0) continue;
    for (const { id, outcome } of await services.acceptor.accept(submissions, lane))
      outcomes.set(id, outcome);
  }
  await audit(all, outcomes, services);
  const done = await services.entries.settle(
    all.map((one) => ({ stored: one.stored, next: nextState(one, outcomes) })),
  );
  for (const { state } of done)
    services.metrics.sourceEntries.inc({ outcome: state === 'waiting' ? 'retried' : state });
};

const submissionOf = ({ stored, input }: Ready, lane: Lane): Submission | null => {
  const { article, entry } = stored.entry;
  if (!input || entry?.lane !== lane) return null;
  const { order } = entry.said;
  return { id: article, input, bytes: input.content.length, ...(order ? { order } : {}) };
};

const nextState = (one: Ready, outcomes: ReadonlyMap<string, Accepted['outcome']>): EntryRecord => {
  if (one.input === undefined) return one.next;
  const { input, stored } = one;
  const { entry } = stored;
  const outcome = outcomes.get(entry.article);
  // An entry without an answer is not finished: it waits for the next round.
  if (input !== null && outcome === undefined) return entry;
  const isPurged = outcome === 'purged';
  const isTaken = input !== null && !isPurged;
  const reason = isPurged ? purgedReason : one.reason;
  return isTaken
    ? { ...entry, state: 'taken', due: null, reason, entry: null }
    : { ...entry, ...refusedEntry(reason) };
};

const audit = async (
  all: readonly Ready[],
  outcomes: ReadonlyMap<string, Accepted['outcome']>,
  { client, audit: index, log }: SourceServices,
): Promise<void> => {
  const written = all
    .map(({ stored }) => stored.entry)
    .filter(({ article }) => outcomes.get(article) === 'accepted');
  for (const [source, own] of Map.groupBy(written, ({ source }) => source)) {
    const subject = own.map(({ article }) => article);
    const record = { key: null, action: 'write', subject, address: hostname(), detail: { source } };
    await writeAudit(client, index, record, new Date()).catch((err: unknown) =>
      log.error({ err, source }, 'the audit could not be written'),
    );
  }
};
