import { countPending } from '../../platform/articles/pending.ts';
import { redoArticles } from '../../platform/articles/redo.ts';
import { pause } from '../../platform/pause.ts';
import { countMatches, readMatches, selectMatches } from '../matches.ts';
import type { CommandStore } from '../open-store.ts';
import { Stopped } from './outcomes.ts';

export interface RedoOptions {
  /** As in a URL: `q=peace&agency=xinhua`. */
  readonly where: string;
  readonly languages: readonly string[];
  readonly dryRun: boolean;
  /** How many articles may wait for the workers. */
  readonly maxWaiting: number;
  readonly stopped: AbortSignal;
  readonly onProgress: (sent: number, total: number) => void;
}

/**
 * Cleans and enriches the matches of a search again, in place, because a few articles do not need a new index. They
 * go through the workers like any article, so stopping loses nothing.
 *
 * @returns how many match
 * @throws {InvalidQuery} {InvalidParameters} {Stopped}
 */
export const redoMatches = async (store: CommandStore, options: RedoOptions): Promise<number> => {
  const { where, languages, stopped, dryRun, onProgress } = options;
  const selection = await selectMatches(store, where, languages);
  const total = await countMatches(store, selection);
  if (dryRun) return total;
  let sent = 0;
  for await (const found of readMatches(store, selection)) {
    if (stopped.aborted) throw new Stopped(`stopped after ${sent} of ${total}; what was sent is done`);
    await untilRoom(store, found.length, options);
    await redoArticles(store, found, 'bulk');
    sent += found.length;
    onProgress(sent, total);
  }
  return total;
};

const untilRoom = async (
  { client, names }: CommandStore,
  more: number,
  { maxWaiting, stopped }: RedoOptions,
) => {
  for (; !stopped.aborted; await pause(500)) {
    if ((await countPending({ client, names })) + more <= maxWaiting) return;
  }
};
