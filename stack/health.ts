import type { Readiness } from './wait-until-ready.ts';

/** Ready means yellow or better. Otherwise it reports the missing shards and the progress of recovering ones. */
export const lookAtHealth = async (url: string): Promise<Readiness> => {
  const health = await ask(`${url}/_cluster/health?wait_for_status=yellow&timeout=1s`);
  if (health === null) return { step: 'not answering yet' };
  if (health.ok) return 'ready';
  const read = (name: string): number => Number(new RegExp(`"${name}":(\\d+)`).exec(health.text)?.[1] ?? 0);
  const active = read('active_shards');
  const recovering = read('initializing_shards');
  const all = active + recovering + read('unassigned_shards');
  if (all === 0) return { step: 'waiting for the cluster' };
  const files = recovering === 0 ? [] : await recoveredParts(url);
  const parts = files.length === 0 ? '' : ` (${files.join(', ')})`;
  return { step: `${active} of ${all} shards ready, ${recovering} recovering${parts}` };
};

/** Progress of each recovering shard: first its files, then the operations of its translog. */
const recoveredParts = async (url: string): Promise<readonly string[]> => {
  const recovery = await ask(`${url}/_recovery?active_only=true&filter_path=**.percent,**.recovered`);
  return [...(recovery?.text ?? '').matchAll(/"percent":"([\d.]+%)"/g)]
    .map(([, part]) => part ?? '')
    .slice(0, 6);
};

const ask = async (address: string): Promise<{ readonly ok: boolean; readonly text: string } | null> => {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) });
    return { ok: answer.ok, text: await answer.text() };
  } catch {
    return null;
  }
};
