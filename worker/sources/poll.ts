import { gunzipSync } from 'node:zlib';
import { decodeBytes } from '../../chain/decode/charset.ts';
import {
  mostEntries,
  type ReadSource,
  readSource,
  type SourceEntry,
} from '../../chain/decode/source-entries.ts';
import { RejectedArticle } from '../../domain/errors.ts';
import { maxInputBytes } from '../../platform/articles/schema.ts';
import type { Fetched, Polled } from '../../platform/outgoing/fetch-whole.ts';
import type { EntryRecord, SourceRecord } from '../../platform/sources/records.ts';
import { backOffMs, intervalOf, rhythmOf } from './interval.ts';
import type { SourceServices } from './services.ts';
import { sideBySide } from './side-by-side.ts';

/** Sources asked at the same time. */
const atOnce = 8;
/** After this time a round asks no further source. */
const longestRoundMs = 15_000;
const mostInRound = 500;
const day = 86_400_000;

/** Asks the sources that are due. What they announce is kept before the source counts as asked. */
export const pollDue = async (services: SourceServices): Promise<void> => {
  const end = Date.now() + longestRoundMs;
  const due = await services.sources.findDue(new Date(), mostInRound);
  const isOver = (): boolean => services.closing.aborted || Date.now() > end;
  await sideBySide(due, { atOnce, isOver }, async (source) => {
    try {
      await pollOne(source, end, services);
    } catch (error) {
      services.log.warn({ err: error, source: source.id }, 'a source could not be polled; done again');
    }
  });
};

type Value = SourceRecord['value'];

const pollOne = async (source: SourceRecord, until: number, services: SourceServices): Promise<void> => {
  const answer = await services.visitor.poll(source.url, source.value, until);
  if (answer.kind === 'later' || services.closing.aborted) return;
  const learned = await learn(source, answer, services);
  services.metrics.sourcePolls.inc({ outcome: learned.outcome });
  const now = new Date();
  const stored = await services.sources.change(source.id, (stands) => ({
    ...stands,
    active: stands.active && learned.outcome !== 'gone',
    due: new Date(now.getTime() + learned.waitMs).toISOString(),
    value: { ...stands.value, ...learned.value, polled: now.toISOString() },
  }));
  // Removed while it was asked.
  if (stored === null) await services.entries.forget(source.id);
};

interface Learned {
  readonly outcome: 'new' | 'nothing-new' | 'unchanged' | 'failed' | 'gone';
  readonly value: Partial<Value>;
  readonly waitMs: number;
}

const learn = async (source: SourceRecord, answer: Polled, services: SourceServices): Promise<Learned> => {
  if (answer.kind === 'failed') return failure(source, answer, services);
  const { leastMs } = services.settings;
  const now = new Date();
  const answered = { answered: now.toISOString(), failures: 0 };
  const { etag, lastModified, freshMs } = answer.caching;
  if (answer.kind === 'unchanged') {
    const { value } = source;
    const intervalMs = intervalOf(value, { leastMs, restMs: Math.max(value.restMs, freshMs), now });
    return { outcome: 'unchanged', value: { ...answered, intervalMs }, waitMs: intervalMs };
  }
  const read = await readAnswer(answer);
  if (typeof read === 'string')
    return failure(source, { reason: read, status: null, retryAfterMs: 0 }, services);
  const fresh = await keepNew(source, read.entries, services);
  const rhythm = rhythmOf(
    read.entries.map(({ published }) => published),
    now,
  );
  const intervalMs = intervalOf(rhythm, { leastMs, restMs: Math.max(read.restMs, freshMs), now });
  const value = {
    ...answered,
    ...rhythm,
    ...(fresh > 0 ? { brought: now.toISOString() } : {}),
    intervalMs,
    restMs: read.restMs,
    entries: read.entries.length,
    etag,
    lastModified,
    reason: remarkOn(read),
  };
  return { outcome: fresh > 0 ? 'new' : 'nothing-new', value, waitMs: intervalMs };
};

const failure = (
  { value }: SourceRecord,
  {
    reason,
    status,
    retryAfterMs,
  }: Pick<Extract<Fetched, { kind: 'failed' }>, 'reason' | 'status' | 'retryAfterMs'>,
  { settings }: SourceServices,
): Learned => {
  const failures = value.failures + 1;
  const waitMs = Math.max(backOffMs(failures, { ...value, leastMs: settings.leastMs }), retryAfterMs);
  const isGone = status === 410;
  return {
    outcome: isGone ? 'gone' : 'failed',
    value: { failures, reason: isGone ? 'HTTP 410: the host says that it is gone for good' : reason },
    waitMs,
  };
};

/** @returns why it cannot be read, if it cannot */
const readAnswer = async ({
  bytes,
  charset,
  contentType,
  url,
}: Extract<Fetched, { kind: 'fetched' }>): Promise<ReadSource | string> => {
  try {
    const text = decodeBytes(unpack(bytes), charset).text;
    return await readSource(text, contentType, `${new URL(url).host}:`);
  } catch (error) {
    if (error instanceof RejectedArticle) return error.message;
    throw error;
  }
};

/** Sitemaps are often files of gzip. */
const unpack = (bytes: Uint8Array): Uint8Array => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxInputBytes });
  } catch (cause) {
    throw new RejectedArticle('broken', 'gzip that is broken, or longer than 5 MB unpacked', { cause });
  }
};

const remarkOn = ({ entries, refused }: ReadSource): string | null => {
  const all = [
    ...[...refused].map(([why, count]) => `${count} left out: ${why}`),
    ...(entries.length >= mostEntries ? [`no more than ${mostEntries} entries are read`] : []),
  ];
  return all.length === 0 ? null : all.slice(0, 5).join('; ');
};

/** Keeps what is new or has changed. @returns how much that is */
const keepNew = async (
  { id, value }: SourceRecord,
  announced: readonly SourceEntry[],
  { entries, metrics }: SourceServices,
): Promise<number> => {
  const now = new Date().toISOString();
  const known = await entries.known(
    id,
    announced.map((one) => one.id),
  );
  const fresh = new Map(
    announced.filter((one) => known.get(one.id)?.sign !== one.sign).map((one) => [one.id, one]),
  );
  // The first time a whole archive may come: nobody waits for that.
  const lane = value.brought === null ? 'bulk' : 'live';
  await entries.put([...fresh.values()].map((one) => recordOf(id, one, lane, now)));
  const yesterday = new Date(Date.now() - day).toISOString();
  const unseen = [...known].filter(([article, { seen }]) => seen < yesterday && !fresh.has(article));
  await entries.noteSeen(
    id,
    unseen.map(([article]) => article),
    now,
  );
  if (fresh.size > 0) await entries.refresh();
  metrics.sourceEntries.inc({ outcome: 'announced' }, fresh.size);
  return fresh.size;
};

const recordOf = (
  source: string,
  { id, sign, url, given, order, input }: SourceEntry,
  lane: 'live' | 'bulk',
  now: string,
): EntryRecord => ({
  source,
  article: id,
  host: url === null ? '' : new URL(url).host,
  sign,
  state: 'waiting',
  due: now,
  attempts: 0,
  found: now,
  seen: now,
  reason: null,
  entry: {
    lane,
    said: {
      url,
      given,
      order,
      input:
        input === null || typeof input.content !== 'string'
          ? null
          : { contentType: input.contentType, content: input.content },
    },
  },
});
