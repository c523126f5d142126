import type { ListedSitemap } from '../../chain/decode/containers/sitemap.ts';
import { instantOf } from '../../chain/decode/delivery.ts';
import type { SourceRecord } from '../../platform/sources/records.ts';
import { intervalOf } from './interval.ts';
import type { Learned } from './learned.ts';

/** How many sitemaps of an index are read: the newest ones contain the news. */
const mostParts = 5;
/** Attempts for a sitemap that does not answer, before the source continues without it. */
const mostTries = 3;

/**
 * The sitemaps of an index that must be read: the newest ones that may have changed since the last time, each in a
 * separate poll, so that the host's pauses apply.
 */
export const partsListed = (
  { value, url }: SourceRecord,
  listed: readonly ListedSitemap[],
  { leastMs }: { readonly leastMs: number },
  now: Date,
): Learned => {
  if (value.parts.length > 0) return afterPart(value, 'an index of sitemaps in another is not read');
  const parts = newest(listed)
    .filter((one) => one.url !== url && mayHaveChanged(one, value.listed))
    .map((one) => one.url)
    .reverse();
  const intervalMs = intervalOf(value, { leastMs, restMs: 0, now });
  return {
    outcome: parts.length > 0 ? 'nothing-new' : 'unchanged',
    value: {
      answered: now.toISOString(),
      failures: 0,
      reason: null,
      parts,
      listed: now.toISOString(),
      intervalMs,
      ...(parts.length > 0 ? { entries: 0 } : {}),
    },
    waitMs: parts.length > 0 ? 0 : intervalMs,
  };
};

/** The newest by their days of change; those without one come last, in the listed order. */
const newest = (listed: readonly ListedSitemap[]): readonly ListedSitemap[] =>
  listed
    .map((one) => ({ one, changed: Date.parse(changeOf(one) ?? '1970-01-01') }))
    .sort((a, b) => b.changed - a.changed)
    .slice(0, mostParts)
    .map(({ one }) => one);

const changeOf = ({ changed }: ListedSitemap): string | null => instantOf(changed ?? '');

/** A change stated as a day may have happened at any time of that day. */
const mayHaveChanged = (one: ListedSitemap, since: string | null): boolean => {
  const changed = changeOf(one);
  if (changed === null || since === null) return true;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(one.changed?.trim() ?? '');
  return isDay ? changed.slice(0, 10) >= since.slice(0, 10) : changed >= since;
};

/** The remaining sitemaps after one was read. */
export const partRead = ({ value }: SourceRecord, entries: number): Partial<SourceRecord['value']> => ({
  parts: value.parts.slice(1),
  entries: value.entries + entries,
});

/** Continues without an unavailable sitemap; `null` if it may be available later, or if the source itself has failed. */
export const withoutFailedPart = (
  { value }: SourceRecord,
  failed: { readonly reason: string; readonly status: number | null; readonly refused: boolean },
): Learned | null => {
  const [part] = value.parts;
  if (part === undefined) return null;
  const forNow = !failed.refused && (failed.status === null || failed.status === 429 || failed.status >= 500);
  if (forNow && value.failures < mostTries) return null;
  return afterPart(value, `${part.slice(0, 200)}: ${failed.reason}`);
};

const afterPart = (value: SourceRecord['value'], reason: string): Learned => ({
  outcome: 'nothing-new',
  value: { parts: value.parts.slice(1), failures: 0, reason },
  waitMs: value.parts.length > 1 ? 0 : value.intervalMs,
});
