import { setTimeout as pause } from 'node:timers/promises';
import type { Acceptor } from '../../../platform/articles/accept.ts';
import { countPending } from '../../../platform/articles/pending.ts';
import { makeDocument, type Text } from './documents.ts';
import type { Site } from './installation.ts';
import { watchSearchable } from './searchable.ts';
import { submissionOf } from './through.ts';

const seconds = 20;
/** How long a saturating import runs before live articles are sent. */
const leadMs = 3000;
const liveASecond = 10;
/** The import pauses while more articles wait, as `ingest` does. */
const maxWaiting = 5000;

export interface Stream {
  readonly site: Site;
  readonly acceptor: Acceptor;
  readonly texts: readonly Text[];
}

/**
 * Sends batches of 100 articles at a fixed rate, whether or not the service keeps up, and watches one article of each
 * batch.
 *
 * @returns milliseconds from sending to searchable
 */
export const measureAtRate = async (
  { site, acceptor, texts }: Stream,
  articlesASecond: number,
): Promise<readonly number[]> => {
  const batch = 100;
  const probes = watchSearchable(site.client, site.names);
  const count = Math.ceil((seconds * articlesASecond) / batch);
  const sent = await everyMs((1000 * batch) / articlesASecond, count, (n) => {
    const documents = Array.from({ length: batch }, (_, at) =>
      renamed(`paced-${n}-${at}`, n * batch + at, texts),
    );
    probes.watch(documents[n % batch]?.id ?? '');
    return acceptor.accept(documents.map(submissionOf), 'bulk');
  });
  await Promise.all(sent);
  return probes.end();
};

/**
 * Single live articles while an import keeps the workers busy.
 *
 * @returns milliseconds from sending to searchable, and from sending to accepted
 */
export const measureBesideBulk = async (stream: Stream) => {
  const { site, acceptor, texts } = stream;
  const probes = watchSearchable(site.client, site.names);
  const stopped = new AbortController();
  const importing = [importUntil(stopped.signal, stream, 0), importUntil(stopped.signal, stream, 1)];
  await pause(leadMs);
  const sent = await everyMs(1000 / liveASecond, seconds * liveASecond, async (n) => {
    const document = renamed(`live-${n}`, n, texts);
    const began = performance.now();
    probes.watch(document.id);
    await acceptor.accept([submissionOf(document)], 'live');
    return performance.now() - began;
  });
  const accepted = await Promise.all(sent);
  const searchable = await probes.end();
  stopped.abort();
  await Promise.all(importing);
  return { searchable, accepted };
};

const importUntil = async (
  stopped: AbortSignal,
  { site, acceptor, texts }: Stream,
  one: number,
): Promise<void> => {
  for (let n = 0; !stopped.aborted; n += 500) {
    const documents = Array.from({ length: 500 }, (_, at) => renamed(`bulk-${one}-${n + at}`, n + at, texts));
    await acceptor.accept(documents.map(submissionOf), 'bulk');
    while (!stopped.aborted && (await countPending(site)) > maxWaiting) await pause(200);
  }
};

const renamed = (id: string, n: number, texts: readonly Text[]) => ({ ...makeDocument(n, texts), id });

/** Starts calls at fixed times, however long they take. @returns their promises */
const everyMs = async <T>(
  ms: number,
  count: number,
  begin: (n: number) => Promise<T>,
): Promise<readonly Promise<T>[]> => {
  const began = performance.now();
  const begun: Promise<T>[] = [];
  for (let n = 0; n < count; n += 1) {
    await pause(Math.max(0, began + n * ms - performance.now()));
    begun.push(begin(n));
  }
  return begun;
};
