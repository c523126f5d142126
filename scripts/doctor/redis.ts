import { type Check, type Finding, fault, warning } from './finding.ts';

/** Queues must not be evicted when memory is short, and should survive a restart. */
export const redisCheck: Check = {
  name: 'redis',
  needs: ['redis'],
  look: async ({ redis }) => {
    const told = parseInfo(await redis.info());
    const findings: Finding[] = [];
    const policy = told.get('maxmemory_policy') ?? 'unknown';
    if (policy !== 'noeviction')
      findings.push(
        fault(`Redis evicts keys when it is full (${policy})`, 'set maxmemory-policy noeviction'),
      );
    if (told.get('aof_enabled') !== '1')
      findings.push(
        warning(
          'Redis keeps no append-only file',
          'set appendonly yes: otherwise the sweeper takes long after a restart',
        ),
      );
    if ((told.get('aof_last_write_status') ?? 'ok') !== 'ok')
      findings.push(fault('Redis could not write its append-only file', 'check the disk of Redis'));
    if (told.get('loading') === '1')
      findings.push(warning('Redis is still loading its data', 'wait until it has started'));
    const [used, limit] = [Number(told.get('used_memory') ?? 0), Number(told.get('maxmemory') ?? 0)];
    if (limit > 0 && used > limit * 0.9)
      findings.push(
        warning(`Redis uses ${Math.round((used * 100) / limit)} % of its memory`, 'raise maxmemory'),
      );
    return findings;
  },
};

/** `INFO`: lines `name:value` under headings. */
const parseInfo = (info: string): ReadonlyMap<string, string> =>
  new Map(
    info.split(/\r?\n/).flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1)]] : [];
    }),
  );
