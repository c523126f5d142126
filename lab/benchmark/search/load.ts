import { Agent, request } from 'node:http';
import { quantile } from '../quantile.ts';

export interface Load {
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** One HTTP request of a load; its body is read to the end. */
export interface Shot {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Sends the shots in order, over and over, by a number of connections, for a number of seconds. */
export const applyLoad = async (
  shots: readonly Shot[],
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
  signal: AbortSignal,
): Promise<Load> => {
  const started = performance.now();
  const end = started + seconds * 1000;
  const times = await sendUntil(shots, { connections, isOver: () => performance.now() >= end }, signal);
  return summarize(times, (performance.now() - started) / 1000);
};

/** The same until a promise settles. @returns the milliseconds of each shot */
export const sendUntil = async (
  shots: readonly Shot[],
  { connections, isOver }: { readonly connections: number; readonly isOver: () => boolean },
  signal: AbortSignal,
): Promise<readonly number[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (!isOver()) {
        signal.throwIfAborted();
        const shot = shots[next++ % shots.length];
        if (!shot) return;
        const from = performance.now();
        await send(shot, agent);
        times.push(performance.now() - from);
      }
    }),
  );
  agent.destroy();
  return times;
};

/**
 * Uses one connection per kind and alternates between kinds, so that other load on the machine affects all alike.
 * Each kind starts at a different place in its list, so that none warms the caches for the others.
 */
export const takeTurns = async <Kind extends string>(
  lists: Readonly<Record<Kind, readonly Shot[]>>,
  kinds: readonly Kind[],
  { seconds }: { readonly seconds: number },
  signal: AbortSignal,
): Promise<(kind: Kind) => Load> => {
  const agent = new Agent({ keepAlive: true });
  const times = new Map<Kind, number[]>(kinds.map((kind) => [kind, []]));
  const end = performance.now() + seconds * 1000;
  for (let turn = 0; performance.now() < end; turn += 1)
    for (const [place, kind] of kinds.entries()) {
      signal.throwIfAborted();
      const shots = lists[kind];
      const shot = shots[(turn + Math.floor((place * shots.length) / kinds.length)) % shots.length];
      if (!shot) throw new Error('no request to send');
      const from = performance.now();
      await send(shot, agent);
      times.get(kind)?.push(performance.now() - from);
    }
  agent.destroy();
  return (kind) => {
    const taken = times.get(kind) ?? [];
    return summarize(taken, taken.reduce((sum, time) => sum + time, 0) / 1000);
  };
};

const summarize = (times: readonly number[], seconds: number): Load => ({
  rate: times.length / seconds,
  p50: quantile(times, 0.5),
  p99: quantile(times, 0.99),
});

const send = ({ url, method, headers, body }: Shot, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent }, (response) => {
      response.on('data', () => {});
      response.on('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode} for ${url}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
