import { z } from 'zod';
import { type Check, type Finding, fault, warning } from './finding.ts';

const statistics = z.object({
  nodes: z.record(
    z.string(),
    z.object({
      name: z.string(),
      fs: z.object({ total: z.object({ total_in_bytes: z.number(), available_in_bytes: z.number() }) }),
    }),
  ),
});

const watermark = 'cluster.routing.allocation.disk.watermark.';
const settings = z.object({
  defaults: z.record(z.string(), z.unknown()).default({}),
  persistent: z.record(z.string(), z.unknown()).default({}),
  transient: z.record(z.string(), z.unknown()).default({}),
});

/** Free space on every node against the watermarks at which Elasticsearch stops placing shards, and then writing. */
export const diskCheck: Check = {
  name: 'disk',
  needs: ['elasticsearch'],
  look: async ({ client }) => {
    const { nodes } = statistics.parse(await client.nodes.stats({ metric: 'fs' }));
    const given = settings.parse(
      await client.cluster.getSettings({ include_defaults: true, flat_settings: true }),
    );
    const all = { ...given.defaults, ...given.persistent, ...given.transient };
    const mark = (name: string): Mark => ({
      at: String(all[`${watermark}${name}`] ?? ''),
      headroom: String(all[`${watermark}${name}.max_headroom`] ?? ''),
    });
    const marks = { low: mark('low'), high: mark('high'), flood: mark('flood_stage') };
    return Object.values(nodes).flatMap(({ name, fs }) => judge(name, fs.total, marks));
  },
};

interface Mark {
  /** `85%` of the disk in use, or an amount of free space: `20gb`. */
  readonly at: string;
  /** For a percentage: this amount of free space is always enough. */
  readonly headroom: string;
}

const judge = (
  node: string,
  { total_in_bytes: total, available_in_bytes: left }: { total_in_bytes: number; available_in_bytes: number },
  { low, high, flood }: Readonly<Record<'low' | 'high' | 'flood', Mark>>,
): readonly Finding[] => {
  const found = `${(left / 1e9).toFixed(1)} GB of ${(total / 1e9).toFixed(1)} are left on ${node}`;
  const advice = 'make room (`reindex --drop-old`, old snapshots) or add disks or nodes';
  if (left < leftAt(flood, total))
    return [fault(`${found}: Elasticsearch closes indices for writing`, advice)];
  if (left < leftAt(high, total)) return [fault(`${found}: shards are moved away`, advice)];
  return left < leftAt(low, total) ? [warning(`${found}: no new shards are placed there`, advice)] : [];
};

/** @returns the free bytes below which the watermark is passed; 0 if it cannot be read */
export const leftAt = ({ at, headroom }: Mark, total: number): number => {
  const share = /^([\d.]+)%$/.exec(at)?.[1] ?? (/^0?\.\d+$/.test(at) ? String(Number(at) * 100) : undefined);
  if (share === undefined) return bytesOf(at) ?? 0;
  return Math.min(total * (1 - Number(share) / 100), bytesOf(headroom) ?? Number.POSITIVE_INFINITY);
};

const units: Readonly<Record<string, number>> = { b: 0, kb: 1, mb: 2, gb: 3, tb: 4, pb: 5 };

const bytesOf = (size: string): number | undefined => {
  const [, number, unit = ''] = /^([\d.]+)([kmgtp]?b)$/i.exec(size) ?? [];
  return number === undefined ? undefined : Number(number) * 1024 ** (units[unit.toLowerCase()] ?? 0);
};
