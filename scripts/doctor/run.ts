import type { CommandStore } from '../open-store.ts';
import { checks } from './checks.ts';
import { type Check, type CheckedServer, type Finding, fault, warning } from './finding.ts';

export interface NamedFinding extends Finding {
  readonly check: string;
}

export interface Examination {
  readonly findings: readonly NamedFinding[];
  readonly looked: readonly string[];
  /** Skipped, because a server could not be reached. */
  readonly leftOut: readonly string[];
}

/** How long one server may delay the checks, in milliseconds. */
const patienceMs = 10_000;

/** Checks everything and changes nothing. A check that fails is a finding too. */
export const examine = async (store: CommandStore): Promise<Examination> => {
  const [elasticsearch, redis] = await Promise.all([reachElasticsearch(store), reachRedis(store)]);
  const away = new Set<CheckedServer>([
    ...(elasticsearch.length > 0 ? (['elasticsearch'] as const) : []),
    ...(redis.length > 0 ? (['redis'] as const) : []),
  ]);
  const possible = checks.filter(({ needs }) => !needs.some((server) => away.has(server)));
  const found = [name('elasticsearch', elasticsearch), name('redis', redis)];
  for (const check of possible) found.push(name(check.name, await lookInTime(check, store)));
  return {
    findings: found.flat(),
    looked: possible.map((check) => check.name),
    leftOut: checks.filter((check) => !possible.includes(check)).map((check) => check.name),
  };
};

const name = (check: string, findings: readonly Finding[]): readonly NamedFinding[] =>
  findings.map((finding) => ({ check, ...finding }));

const lookInTime = async (check: Check, store: CommandStore): Promise<readonly Finding[]> => {
  try {
    return await withLimit(check.look(store));
  } catch (error) {
    return [warning(`could not be looked at: ${firstLine(error)}`, 'fix the other findings, then try again')];
  }
};

const reachElasticsearch = async ({ client, config }: CommandStore): Promise<readonly Finding[]> => {
  try {
    await withLimit(client.cluster.health({ timeout: '2s' }, { ignore: [408] }));
    return [];
  } catch (error) {
    const urls = config.elasticsearch.urls.map((url) => new URL(url).host).join(', ');
    return [
      fault(
        `Elasticsearch does not answer at ${urls}: ${firstLine(error)}`,
        'start it, or correct ELASTICSEARCH_URL and its user, password or key',
      ),
    ];
  }
};

const reachRedis = async ({ redis, config }: CommandStore): Promise<readonly Finding[]> => {
  try {
    for (const end = Date.now() + 3000; redis.status !== 'ready' && Date.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 50));
    await withLimit(redis.ping());
    return [];
  } catch (error) {
    const { host } = new URL(config.redis.url);
    return [
      fault(
        `Redis does not answer at ${host}: ${firstLine(error)}`,
        'start it, or correct REDIS_URL; meanwhile articles are accepted and wait',
      ),
    ];
  }
};

const withLimit = async <T>(task: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs / 1000} s`)), patienceMs);
  });
  try {
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
  }
};

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 300) ?? '';
