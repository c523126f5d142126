import { setTimeout as wait } from 'node:timers/promises';

/** Whether a server answers, or a description of the current step of its start. */
export type Readiness = 'ready' | { readonly step: string };

export interface Start {
  readonly name: string;
  /** Time without progress before giving up. */
  readonly patienceSeconds: number;
  readonly look: () => Promise<Readiness>;
  readonly isRunning: () => boolean;
  /** Bytes of its log. */
  readonly logged: () => number;
  readonly log: (line: string) => void;
}

/** Upper limit, for a server that keeps logging that it is waiting. */
const longestInPatiences = 10;
/** Most starts take seconds; steps are only shown after this time. */
const quietMs = 15_000;
const pollMs = 150;

/**
 * Waits as long as a start makes progress, which is a new step or a longer log: on a busy machine, recovery of many
 * shards takes minutes. Says the step when it changes.
 *
 * @returns null when it is ready, else what went wrong
 */
export const waitUntilReady = async (start: Start): Promise<string | null> => {
  const { name, patienceSeconds, look, isRunning, logged, log } = start;
  const began = Date.now();
  const end = began + patienceSeconds * longestInPatiences * 1000;
  let step = 'not answering yet';
  let shown = '';
  let seen = '';
  let progressed = began;
  while (Date.now() - progressed < patienceSeconds * 1000 && Date.now() < end) {
    if (!isRunning()) return `${name} ended while starting (${step}).`;
    const found = await look();
    if (found === 'ready') return null;
    ({ step } = found);
    const mark = `${logged()} ${step}`;
    if (mark !== seen) progressed = Date.now();
    seen = mark;
    if (step !== shown && Date.now() - began > quietMs) {
      log(`${name} is still starting: ${step}`);
      shown = step;
    }
    await wait(pollMs);
  }
  const still = Math.round((Date.now() - progressed) / 1000);
  return Date.now() < end
    ? `${name} made no progress for ${still} s (${step}).`
    : `${name} was not ready after ${Math.round((Date.now() - began) / 1000)} s (${step}).`;
};
