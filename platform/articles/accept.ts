import { checksumOf } from '../../domain/checksum.ts';
import { StoreUnavailable } from '../../domain/errors.ts';
import type { Accepted, Lane, Submission } from '../../domain/submission.ts';
import { pause } from '../pause.ts';
import { judge, type Verdict } from './judge.ts';
import type { PendingWork } from './pending.ts';
import type { AcceptServices } from './services.ts';
import { readHeads } from './stored.ts';
import { createWriter, type Wish } from './write.ts';

export interface Acceptor {
  /**
   * Accepts articles: numbers their revisions and stores them, so that no later step can lose them.
   * Submissions of one id are accepted in order.
   *
   * @returns the outcome of each, in order; `accepted` articles are on disk in `raw` and `pending`
   * @throws {StoreUnavailable} if Elasticsearch does not accept them; repeating is safe
   */
  readonly accept: (
    submissions: readonly Submission[],
    lane: Lane,
    trace?: string | null,
  ) => Promise<readonly Accepted[]>;
}

/** Rounds of one batch that lose the compare-and-set to other writers before the caller is told to come again. */
const maxRaces = 30;

export const createAcceptor = (services: AcceptServices): Acceptor => {
  const write = createWriter(services);
  return {
    accept: async (submissions, lane, trace = null) => {
      const results = new Map<Submission, Accepted>();
      const pending: PendingWork[] = [];
      for (const round of cutIntoRounds(submissions)) {
        let open = round;
        for (let race = 0; open.length > 0; race += 1) {
          if (race > maxRaces) throw new StoreUnavailable('too many writers at the same articles');
          if (race > 2) await pause(Math.random() * 20 * race);
          open = await takeOnce(open, { lane, trace }, results, pending);
        }
      }
      const answers = submissions
        .map((submission) => results.get(submission))
        .filter((one) => one !== undefined);
      for (const { outcome } of answers) services.metrics.accepted.inc({ lane, outcome });
      await enqueueAccepted(pending, lane, trace, services);
      return answers;
    },
  };

  /** @returns those that lost a race and have to be judged again */
  async function takeOnce(
    open: readonly Submission[],
    { lane, trace }: { lane: Lane; trace: string | null },
    results: Map<Submission, Accepted>,
    pending: PendingWork[],
  ): Promise<readonly Submission[]> {
    const heads = await readHeads(services, open);
    const wishes: Wish[] = [];
    for (const submission of open) {
      const stored = heads.get(submission.id) ?? null;
      const checksum = submission.input ? checksumOf(submission.input) : '';
      const verdict = judge(submission, checksum, stored?.head ?? null);
      if (verdict.kind === 'answer') results.set(submission, answerOf(submission, verdict));
      else wishes.push({ submission, checksum, stored, verdict, lane, trace });
    }
    const { lost, pending: listed } = await write(wishes);
    pending.push(...listed);
    for (const { submission, verdict, stored } of wishes) {
      if (!lost.has(submission)) results.set(submission, answerOf(submission, verdict, stored === null));
    }
    return wishes.filter(({ submission }) => lost.has(submission)).map(({ submission }) => submission);
  }
};

const answerOf = ({ id, input }: Submission, verdict: Verdict, isNew = false): Accepted => ({
  id,
  revision: verdict.revision,
  outcome: outcomeOf(verdict, input === null && isNew),
});

const outcomeOf = (verdict: Verdict, nothingWasThere: boolean): Accepted['outcome'] => {
  if (verdict.kind === 'answer') return verdict.outcome;
  if (nothingWasThere) return 'missing';
  return verdict.kind === 'reorder' ? 'unchanged' : 'accepted';
};

/** The n-th submission of an id goes into the n-th round, so that lines of one id are taken in order. */
const cutIntoRounds = (submissions: readonly Submission[]): readonly (readonly Submission[])[] => {
  const seen = new Map<string, number>();
  const rounds: Submission[][] = [];
  for (const submission of submissions) {
    const round = seen.get(submission.id) ?? 0;
    seen.set(submission.id, round + 1);
    const members = rounds[round] ?? [];
    members.push(submission);
    rounds[round] = members;
  }
  return rounds;
};

/** Of single articles only the last revision of an id is work; an embargoed one waits in `pending` for its time. */
const enqueueAccepted = async (
  pending: readonly PendingWork[],
  lane: Lane,
  trace: string | null,
  { enqueuer }: AcceptServices,
): Promise<void> => {
  const singles = pending.filter(({ items, notBefore }) => items.length === 1 && !isAhead(notBefore));
  const last = new Map(singles.flatMap(({ items }) => items.map((item) => [item.id, item])));
  const batches = pending.flatMap(({ items }) => (items.length > 1 ? [items] : []));
  await enqueuer.enqueue(lane, [...last.values()], { trace });
  await enqueuer.enqueueBatches(lane, batches, { trace });
};

const isAhead = (notBefore: string | null | undefined): boolean =>
  notBefore != null && Date.parse(notBefore) > Date.now();
