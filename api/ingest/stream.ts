import { once } from 'node:events';
import type { Request, Response } from 'express';
import { StoreUnavailable } from '../../domain/errors.ts';
import { deriveId } from '../../domain/ids.ts';
import type { Accepted, Submission } from '../../domain/submission.ts';
import { maxLineBytes } from '../../platform/articles/schema.ts';
import { splitLines } from '../../platform/lines.ts';
import type { Caller } from '../access/caller.ts';
import type { WaitParameters } from '../params/write.ts';
import { batchLines, type ReadLine } from './batches.ts';
import { bindSubmission, namespaceOf, outOfBoundDetail } from './bind.ts';
import { OutOfBound } from './errors.ts';
import type { IngestServices } from './services.ts';
import { type WaitState, waitForBatch } from './wait.ts';

/**
 * Accepts NDJSON of any length and answers one line for each line, in order, as soon as it is stored. Neither side is
 * kept in memory. If the store fails, the last line says so: lines without an answer were not accepted.
 */
export const streamArticles = async (
  request: Request,
  response: Response,
  ingest: IngestServices,
  caller: Caller & WaitParameters,
): Promise<void> => {
  const { acceptor, audit } = ingest;
  const trace = traceOf(request);
  const write = async (lines: readonly object[]): Promise<void> => {
    if (!response.headersSent) response.status(202).type('application/x-ndjson');
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    if (!response.write(text) && !response.destroyed) await once(response, 'drain');
  };
  try {
    for await (const batch of batchLines(splitLines(request, maxLineBytes))) {
      const bound = batch.map((line) => bindLine(line, caller, ingest));
      const valid = bound.flatMap(({ read }) => (read.kind === 'submission' ? [read.submission] : []));
      const answers = await acceptor.accept(valid, 'bulk', trace);
      const accepted = answers.filter(({ outcome }) => outcome === 'accepted').map(({ id }) => id);
      if (accepted.length > 0)
        await audit({ key: caller.key, action: 'write', subject: accepted, address: request.ip });
      const states = caller.wait === 'searchable' ? await waitForLines(valid, answers, ingest) : null;
      await write(answerLines(bound, answers, caller, states));
    }
  } catch (error) {
    if (!response.headersSent) throw error;
    const status = error instanceof StoreUnavailable ? 503 : 500;
    await write([
      { problem: { status, title: 'Lines without an answer were not accepted; send them again' } },
    ]);
  }
  if (!response.headersSent) response.status(202).type('application/x-ndjson');
  response.end();
};

/** Of several revisions of an article in one batch, the last one decides. */
const waitForLines = (
  valid: readonly Submission[],
  answers: readonly Accepted[],
  ingest: IngestServices,
): Promise<ReadonlyMap<string, WaitState>> => {
  const last = new Map(
    answers.flatMap((accepted, at) => {
      const submission = valid[at];
      return submission ? [[accepted.id, { submission, accepted }] as const] : [];
    }),
  );
  return waitForBatch(ingest, [...last.values()]);
};

/** A line that the key may not write is rejected by itself. */
const bindLine = (line: ReadLine, caller: Caller, { agencies }: IngestServices): ReadLine => {
  const { read } = line;
  if (read.kind === 'invalid') return line;
  const { input, id: own } = read.submission;
  const id = `${own === (input && deriveId(input)) ? namespaceOf(caller.bound) : ''}${own}`;
  try {
    const submission = bindSubmission({ ...read.submission, id }, caller, agencies);
    return { ...line, read: { kind: 'submission', submission } };
  } catch (error) {
    if (!(error instanceof OutOfBound)) throw error;
    return { ...line, read: { kind: 'invalid', id, detail: error.message } };
  }
};

const answerLines = (
  batch: readonly ReadLine[],
  answers: readonly Accepted[],
  { bound }: Caller,
  states: ReadonlyMap<string, WaitState> | null,
): readonly object[] => {
  let next = 0;
  return batch.map(({ line, read }) => {
    if (read.kind === 'invalid')
      return { line, id: read.id, revision: null, outcome: 'invalid', detail: read.detail };
    next += 1;
    const answer = answers[next - 1];
    // Like an invalid line, a forbidden one is rejected permanently, until its sender changes it.
    return answer?.outcome === 'forbidden'
      ? { line, ...answer, revision: null, outcome: 'invalid', detail: outOfBoundDetail(bound) }
      : { line, ...answer, ...stateOf(answer, states) };
  });
};

const stateOf = (
  answer: Accepted | undefined,
  states: ReadonlyMap<string, WaitState> | null,
): { readonly state?: WaitState } => {
  const state = answer && states?.get(answer.id);
  return state && answer.outcome !== 'stale' ? { state } : {};
};

export const traceOf = (request: Request): string | null => {
  const header = request.headers['x-request-id'];
  return typeof header === 'string' ? header.slice(0, 100) : null;
};
