import { type Closable, closeInReverse } from '../../platform/shutdown.ts';
import { createStories } from '../../worker/index/stories.ts';
import { openChainThreads } from '../../worker/threads/chain-threads.ts';
import type { CommandStore } from '../open-store.ts';

/** The worker's chain for a command: threads with its table of persons and operators' edits, and its stories. */
export const openPreparers = async (store: CommandStore) => {
  const { client, names, log, config } = store;
  const opened: Closable[] = [];
  const close = () => closeInReverse(opened, log);
  const pool = await openChainThreads({ config, client, names, log, opened })
    .then((openPool) => openPool(config.worker.threads))
    .catch(async (error: unknown) => {
      await close();
      throw error;
    });
  return { client, names, pool, stories: createStories(client, names, log), close };
};
