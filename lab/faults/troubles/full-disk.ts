import { setTimeout as pause } from 'node:timers/promises';
import { draw } from '../random.ts';
import { persist } from './persist.ts';
import type { Trouble } from './trouble.ts';

/** The block that Elasticsearch sets on every index of a disk above the flood-stage watermark. */
export const fullDisk: Trouble = {
  name: 'full disk',
  strike: async ({ client, names, random }) => {
    const some = [names.allArticleIndices, names.raw, names.pending, names.failures, names.state];
    const index = random() < 0.5 ? some : [draw(some, random)];
    const block = (isBlocked: true | null) =>
      persist(() =>
        client.indices.putSettings({
          index,
          ignore_unavailable: true,
          settings: { 'index.blocks.read_only_allow_delete': isBlocked },
        }),
      );
    await block(true);
    await pause(1000 + 4000 * random());
    await block(null);
  },
};
