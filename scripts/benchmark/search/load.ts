import { Agent, request } from 'node:http';

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
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        signal.throwIfAborted();
        const shot = shots[next++ % shots.length];
        if (!shot) return;
        const from = performance.now();
        await send(shot, agent);
        times.push(performance.now() - from);
      }
    }),
  );
  const took = (performance.now() - started) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { rate: times.length / took, p50: at(times, 0.5), p99: at(times, 0.99) };
};

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

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
