import { mostEntries, type ReadSource } from '../../chain/decode/source-entries.ts';
import type { Fetched, Polled } from '../../platform/outgoing/fetch-whole.ts';
import type { SourceRecord } from '../../platform/sources/records.ts';
import { backOffMs, intervalOf, rhythmOf } from './interval.ts';
import { keepNew } from './keep-new.ts';
import type { Learned } from './learned.ts';
import { partRead, partsListed, withoutFailedPart } from './parts.ts';
import type { SourceServices } from './services.ts';
import { sideBySide } from './side-by-side.ts';

/** Sources polled at the same time. */
const atOnce = 8;
/** After this time a round polls no further source. */
const longestRoundMs = 15_000;
const mostInRound = 500;

/** Polls the sources that are due. Their entries are stored before the source counts as polled. */
export const pollDue = async (services: SourceServices): Promise<void> => {
  const end = Date.now() + longestRoundMs;
  const due = await services.sources.findDue(new Date(), mostInRound);
  const isOver = (): boolean => services.closing.aborted || Date.now() > end;
  await sideBySide(due, { atOnce, isOver }, async (source) => {
    try {
      await pollOne(source, end, services);
    } catch (error) {
      services.log.warn({ err: error, source: source.id }, 'a source could not be polled; trying again');
    }
  });
};

const pollOne = async (source: SourceRecord, until: number, services: SourceServices): Promise<void> => {
  const [part] = source.value.parts;
  const answer = await (part === undefined
    ? services.visitor.poll(source.url, source.value, until)
    : services.visitor.read(part, until));
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
  // Removed while it was polled.
  if (stored === null) await services.entries.forget(source.id);
};

const learn = async (source: SourceRecord, answer: Polled, services: SourceServices): Promise<Learned> => {
  if (answer.kind === 'failed') return withoutFailedPart(source, answer) ?? failure(source, answer, services);
  const { leastMs } = services.settings;
  const now = new Date();
  const answered = { answered: now.toISOString(), failures: 0 };
  const { etag, lastModified, freshMs } = answer.caching;
  if (answer.kind === 'unchanged') {
    const { value } = source;
    const intervalMs = intervalOf(value, { leastMs, restMs: Math.max(value.restMs, freshMs), now });
    // Clears the reason of failures since the last complete answer, but keeps what that answer left out.
    const mended = value.failures > 0 ? { reason: null } : {};
    return { outcome: 'unchanged', value: { ...answered, ...mended, intervalMs }, waitMs: intervalMs };
  }
  const { bytes, charset, contentType, url } = answer;
  const read = await services.pool.readSource({ bytes, charset, contentType, url });
  if (typeof read === 'string') {
    const failed = { reason: read, status: null, retryAfterMs: 0, refused: true };
    return withoutFailedPart(source, failed) ?? failure(source, failed, services);
  }
  if (read.listed.length > 0) return partsListed(source, read.listed, services.settings, now);
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
    ...(source.value.parts.length > 0 ? partRead(source, read.entries.length) : { etag, lastModified }),
    reason: remarkOn(read),
  };
  const waitMs = source.value.parts.length > 1 ? 0 : intervalMs;
  return { outcome: fresh > 0 ? 'new' : 'nothing-new', value, waitMs };
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

const remarkOn = ({ entries, refused }: ReadSource): string | null => {
  const count = [...refused.values()].reduce((sum, more) => sum + more, entries.length);
  const all = [
    ...[...refused].map(([why, count]) => `${count} left out: ${why}`),
    ...(count >= mostEntries ? [`no more than ${mostEntries} entries are read`] : []),
  ];
  return all.length === 0 ? null : all.slice(0, 5).join('; ');
};
