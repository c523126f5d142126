import type { Lane } from '../../domain/submission.ts';
import { type IndexQueue, lanes } from '../../platform/queues.ts';
import type { CommandStore } from '../open-store.ts';
import { ageOf } from './age.ts';
import { type Check, type Finding, fault, warning } from './finding.ts';

/** Waits, in milliseconds, up to which no finding is reported. */
const patience: Readonly<Record<Lane, number>> = { live: 60_000, bulk: 3_600_000 };
/** How many running jobs are checked at most. */
const lookedAt = 200;

/** Checks whether a worker takes jobs, and how long jobs wait. */
export const queuesCheck: Check = {
  name: 'queues',
  needs: ['redis'],
  look: async (store) => (await Promise.all(lanes.map((lane) => ofLane(store, lane)))).flat(),
};

const ofLane = async ({ queues, redis }: CommandStore, lane: Lane): Promise<readonly Finding[]> => {
  const queue = queues[lane];
  const [waiting, workers, isPaused, [oldest]] = await Promise.all([
    queue.getWaitingCount(),
    queue.getWorkersCount(),
    queue.isPaused(),
    queue.getJobs(['wait'], 0, 0, true),
  ]);
  const stalled = await countStalled(queue, (key) => redis.exists(key));
  const age = oldest ? Date.now() - oldest.timestamp : 0;
  const findings: Finding[] = [];
  if (isPaused) findings.push(fault(`the queue ${lane} is paused`, 'resume it on the page /admin/queues'));
  if (workers === 0)
    findings.push(
      (waiting > 0 ? fault : warning)(`no worker takes jobs of ${lane}; ${waiting} wait`, 'start a worker'),
    );
  else if (age > patience[lane])
    findings.push(
      warning(`${waiting} jobs of ${lane} wait, the oldest for ${ageOf(age)}`, 'start more workers'),
    );
  if (stalled > 0)
    findings.push(
      warning(
        `${stalled} jobs of ${lane} belong to a worker that crashed or hangs`,
        'another worker takes them after DATELINE_LOCK_MS; if not, restart the workers',
      ),
    );
  return findings;
};

/** A running job has a lock that its worker renews. */
const countStalled = async (queue: IndexQueue, exists: (key: string) => Promise<number>): Promise<number> => {
  const running = await queue.getActive(0, lookedAt - 1);
  const locks = await Promise.all(running.map(({ id }) => exists(queue.toKey(`${id}:lock`))));
  return locks.filter((lock) => lock === 0).length;
};
