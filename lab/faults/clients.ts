import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { acknowledge, type Effect, type Ledger } from './ledger.ts';
import type { Random } from './random.ts';
import { chooseLine, chooseWish, type Wish } from './wishes.ts';

export interface ClientOptions {
  /** Prefix of its articles' ids, so that no two clients write the same article. */
  readonly name: string;
  readonly api: string;
  readonly key: string;
  readonly ledger: Ledger;
  readonly random: Random;
  /** Ends after the current operation, whose result the ledger needs. */
  readonly stopped: AbortSignal;
  /** Ends at once: something has failed, and the ledger is not needed any more. */
  readonly givenUp: AbortSignal;
}

/** Writes, corrects, moves to other languages, makes invalid and deletes articles, one after another. */
export const runWriter = async (options: ClientOptions): Promise<void> => {
  const { name, random, stopped, ledger } = options;
  for (let n = 0; !stopped.aborted; n += 1) {
    const id = `${name}/${Math.floor(random() * (20 + n / 2))}`;
    const wish = chooseWish(id, n, random);
    const answer = await insist(options, `/v1/articles/${encodeURIComponent(id)}`, wish);
    if (answer !== null) acknowledge(ledger, id, wish.effect);
  }
};

const mostLines = 60;
/** On a busy machine a server that was killed may take minutes to come back. */
const patienceMs = 15 * 60_000;

/** Imports batches of a hundred lines; some ids occur twice in one import. */
export const runImporter = async (options: ClientOptions): Promise<void> => {
  const { name, random, stopped, ledger } = options;
  for (let n = 0; !stopped.aborted; n += 1) {
    const wanted = Array.from({ length: 2 + Math.floor(random() * mostLines) }, () => {
      const id = `${name}/${Math.floor(random() * (100 + n * 20))}`;
      return { id, ...chooseLine(id, n, random) };
    });
    const body = wanted.map(({ line }) => `${JSON.stringify(line)}\n`).join('');
    const wish = { method: 'POST', type: 'application/x-ndjson', body } as const;
    await insist(options, '/v1/articles', wish, (text) => countLines(text) === wanted.length);
    for (const { id, effect } of wanted) acknowledge(ledger, id, effect);
    await pause(1000 * random());
  }
};

const answered = z.object({ outcome: z.enum(['accepted', 'unchanged']) });

/** Accepted lines, without the line that reports that the rest was not accepted. */
const countLines = (text: string): number =>
  text.split('\n').filter((line) => line !== '' && answered.safeParse(JSON.parse(line)).success).length;

type Request = Omit<Wish, 'method' | 'effect'> & {
  readonly method: Wish['method'] | 'POST';
  readonly effect?: Effect;
};

/**
 * Repeats an operation until it is acknowledged, as a careful sender does; until then it may have been applied or not.
 *
 * @returns the answer; null if there was nothing to delete
 * @throws {Refused}, and what a request throws when it is abandoned
 */
const insist = async (
  { api, key, givenUp }: ClientOptions,
  path: string,
  { method, type, body }: Request,
  isWhole: (answer: string) => boolean = () => true,
): Promise<string | null> => {
  let last = '';
  for (const end = Date.now() + patienceMs; Date.now() < end; ) {
    try {
      const response = await fetch(`${api}${path}`, {
        method,
        headers: { 'api-key': key, ...(type ? { 'content-type': type } : {}) },
        ...(body === undefined ? {} : { body }),
        signal: AbortSignal.any([AbortSignal.timeout(20_000), givenUp]),
      });
      const text = await response.text();
      if (response.ok && isWhole(text)) return text;
      if (method === 'DELETE' && response.status === 404) return null;
      if (response.status >= 400 && response.status < 500 && response.status !== 429)
        throw new Refused(`${method} ${path}: HTTP ${response.status} ${text.slice(0, 200)}`);
      last = `HTTP ${response.status} ${text.slice(-300)}`;
    } catch (error) {
      if (error instanceof Refused || givenUp.aborted) throw error;
      last = String(error);
    }
    await pause(200);
  }
  throw new Refused(`${method} ${path}: never acknowledged; at last: ${last}`);
};

class Refused extends Error {
  override readonly name = 'Refused';
}
