import type { SourceEntry } from '../../chain/decode/source-entries.ts';
import type { EntryRecord, SourceRecord } from '../../platform/sources/records.ts';
import type { SourceServices } from './services.ts';

const day = 86_400_000;
const mostLive = 100;

/** Stores new and changed entries. @returns their number */
export const keepNew = async (
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
  // The first poll may bring a whole archive, with a sitemap index in several parts: that goes to the bulk lane.
  const isArchive = value.brought === null || (value.parts.length > 0 && fresh.size > mostLive);
  const lane = isArchive ? 'bulk' : 'live';
  await entries.announce([...fresh.values()].map((one) => recordOf(id, one, lane, now)));
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
