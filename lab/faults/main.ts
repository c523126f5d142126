import { parseArgs } from 'node:util';
import { type KillVerdict, runKills } from './kills.ts';
import { runQueries } from './queries.ts';

const usage = `npm run faults -- kills [--rounds N] [--clients N] [--seed N] [--reindex] [--nodes N] [--json]

       npm run faults -- queries [--count N] [--seed N] [--json]

kills: SIGKILL to workers, API, Redis (also with its data wiped) and Elasticsearch at random while clients write;
meanwhile full disks, a slow, stalled or broken network, a full queue, a full Redis and answers of 429; with --reindex
also reindexes that are killed and resumed; with --nodes 3 three nodes of Elasticsearch, one of which is killed at a
time, or loses all its data. Then compares what the clients were promised with what stands.
queries: random queries and parameters; none may end in a 5xx or in foreign mark-up.
Ctrl-C ends the kills after the round under way and judges what was done; a second one breaks off.
Exit 0: nothing lost, doubled or resurrected, no query at fault; 1: something was; 2: wrong call; 130: broken off.
`;

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '20' },
    clients: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '10000' },
    reindex: { type: 'boolean', default: false },
    nodes: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const numberOf = (text: string): number => {
  if (/^\d{1,7}$/.test(text)) return Number(text);
  log(`${text} is not a whole number\n\n${usage}`);
  process.exit(2);
};

const print = (set: string, metrics: Readonly<Record<string, number>>): void => {
  for (const [metric, value] of Object.entries(metrics)) {
    const row = { task: 'faults', set, metric, value };
    process.stdout.write(values.json ? `${JSON.stringify(row)}\n` : `${metric.padEnd(14)} ${value}\n`);
  }
};

const faultsOf = ({ lost, doubled, resurrected, misjudged, differing, unverified }: KillVerdict) => ({
  lost,
  doubled,
  resurrected,
  misjudged,
  differing,
  unverified,
});

const tasks: Readonly<Record<string, () => Promise<boolean>>> = {
  kills: async () => {
    const verdict = await runKills({
      rounds: numberOf(values.rounds),
      clients: numberOf(values.clients),
      seed: numberOf(values.seed),
      reindex: values.reindex,
      nodes: numberOf(values.nodes),
      ended: ending.signal,
      log,
    });
    const { kills, troubles, reindexes, acknowledged } = verdict;
    const faults = Object.entries(faultsOf(verdict));
    for (const [name, found] of faults)
      if (found.length > 0) log(`${name}: ${found.slice(0, 20).join(', ')}`);
    const sums = Object.fromEntries(faults.map(([name, found]) => [name, found.length]));
    const set = ['kills', values.reindex && 'reindex', values.nodes !== '1' && `${values.nodes}-nodes`];
    print(set.filter(Boolean).join('-'), { kills, troubles, reindexes, acknowledged, ...sums });
    return faults.every(([, found]) => found.length === 0);
  },
  queries: async () => {
    const options = { count: numberOf(values.count), seed: numberOf(values.seed), log };
    const { sent, understood, faults } = await runQueries(options);
    for (const fault of faults.slice(0, 20)) log(fault);
    print('queries', { sent, understood, faults: faults.length });
    return faults.length === 0;
  },
};

/** The first signal ends the run after the current round, a second one at once; all started processes end too. */
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (positionals[0] !== 'kills' || ending.signal.aborted) process.exit(130);
    log('the round under way is the last one; then what was done is judged (once more: at once)');
    ending.abort();
  });

const task = tasks[positionals[0] ?? ''];
if (values.help || !task) {
  process.stderr.write(usage);
  process.exit(values.help ? 0 : 2);
}
process.exit((await task()) ? 0 : 1);
