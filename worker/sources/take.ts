import type { EntryRecord } from '../../platform/sources/records.ts';
import type { StoredEntry } from '../../platform/sources/write-entries.ts';
import { acceptAll, type Ready } from './accept.ts';
import { fetchPage } from './page.ts';
import type { SourceServices } from './services.ts';
import { sideBySide } from './side-by-side.ts';

/** Hosts requested at the same time. */
const atOnce = 16;
/** After this time a round requests no further page. */
const longestRoundMs = 15_000;
/** Articles of one host that are accepted together, and how long the first of them waits for others. */
const together = 50;
const longestWaitMs = 1000;
/** How long entries of a paused source are put off. */
const pausedMs = 600_000;

/** Accepts the articles that sources have announced: the page of each entry, or the entry itself. */
export const takeDue = async (services: SourceServices): Promise<void> => {
  const end = Date.now() + longestRoundMs;
  const isOver = (): boolean => services.closing.aborted || Date.now() > end;
  const hosts = await services.entries.hosts(new Date());
  // In another order each time, so that hosts with much to fetch do not keep others waiting.
  const shuffled = hosts.map((host) => ({ host, by: Math.random() })).sort((a, b) => a.by - b.by);
  await sideBySide(shuffled, { atOnce, isOver }, async ({ host }) => {
    try {
      await takeFrom(host, { end, isOver }, services);
    } catch (error) {
      services.log.warn({ err: error, host }, 'entries could not be imported; trying again');
    }
  });
};

interface Round {
  readonly end: number;
  readonly isOver: () => boolean;
}

const takeFrom = async (host: string, { end, isOver }: Round, services: SourceServices): Promise<void> => {
  const { entries } = services;
  while (!isOver()) {
    const due = await entries.findDue(host, new Date(), together);
    let ready: Ready[] = [];
    let since = Date.now();
    let mayAsk = true;
    for (const stored of due) {
      const one = isOver() ? null : await prepare(stored, end, services);
      mayAsk = one !== null;
      if (one === null) break;
      if (ready.length === 0) since = Date.now();
      ready.push(one);
      if (Date.now() - since < longestWaitMs) continue;
      await acceptAll(ready, services);
      ready = [];
    }
    await acceptAll(ready, services);
    await entries.refresh();
    if (due.length < together || !mayAsk) return;
  }
};

/** @returns the article to accept; null if its host may not be requested yet */
const prepare = async (
  stored: StoredEntry,
  until: number,
  services: SourceServices,
): Promise<Ready | null> => {
  const { entry } = stored;
  const source = await services.sources.get(entry.source);
  if (source === null || entry.entry === null)
    return { stored, input: null, reason: 'the source was removed' };
  if (!source.active) return { stored, next: putOff(entry) };
  const { said } = entry.entry;
  // The entry's content is used if its page is not wanted, or unavailable.
  const itself = said.input && { ...said.input, charset: null, given: {} };
  if (source.value.mode === 'entries' || said.url === null) return { stored, input: itself, reason: null };
  const page = await fetchPage(entry, said, until, services);
  switch (page.kind) {
    case 'later':
      return null;
    case 'page':
      return { stored, input: page.input, reason: null };
    case 'again':
      return { stored, next: page.entry };
    case 'none':
      return { stored, input: itself, reason: page.reason };
  }
};

const putOff = (entry: EntryRecord): EntryRecord => ({
  ...entry,
  due: new Date(Date.now() + pausedMs).toISOString(),
});
