import { z } from 'zod';
import { isAlive, readReindexState } from '../../platform/reindex-state.ts';
import { type Check, type Finding, fault } from './finding.ts';

const settings = z.record(z.string(), z.object({ settings: z.record(z.string(), z.unknown()).default({}) }));
const aliases = z.record(z.string(), z.object({ aliases: z.record(z.string(), z.unknown()).default({}) }));

/** Indices in use that are blocked for writing or reading. */
export const blocksCheck: Check = {
  name: 'blocks',
  needs: ['elasticsearch'],
  look: async ({ client, config, names }) => {
    const all = `${config.prefix}-*`;
    const found = settings.parse(
      await client.indices.getSettings({ index: all, name: 'index.blocks.*', flat_settings: true }),
    );
    const standing = aliases.parse(await client.indices.getAlias({ index: all }));
    const reindex = await readReindexState(client, names.state);
    const fenced = reindex && isAlive(reindex) ? reindex.state.pairs.map(({ source }) => source) : [];
    const isKept = (index: string): boolean =>
      index.startsWith(`${names.articles}-`) && Object.keys(standing[index]?.aliases ?? {}).length === 0;
    return Object.entries(found).flatMap(([index, { settings: set }]) =>
      // An index kept for a rollback is blocked on purpose; one being reindexed is blocked for seconds.
      !names.isOwn(index) || isKept(index) || fenced.includes(index)
        ? []
        : blocksOf(set).map((block) => describe(index, block)),
    );
  },
};

const blocksOf = (set: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(set).flatMap(([name, value]) => (String(value) === 'true' ? [name] : []));

const describe = (index: string, block: string): Finding =>
  fault(
    `${index} is closed by ${block}`,
    block.endsWith('read_only_allow_delete')
      ? 'make room on the disk; Elasticsearch lifts the block by itself, or PUT the index setting to null'
      : `PUT ${index}/_settings {"${block}": null}, once it is known who set it`,
  );
