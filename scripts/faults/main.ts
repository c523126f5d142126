import { parseArgs } from 'node:util';
import { runKills } from './kills.ts';
import { runQueries } from './queries.ts';

const usage = `npm run faults -- kills [--rounds N] [--clients N] [--seed N] [--json]

       npm run faults -- queries [--count N] [--seed N] [--json]

Kills workers, API, Redis (also with its data wiped) and Elasticsearch at random while clients write,
then compares what they were promised with what stands. Exit 0: nothing lost, doubled or resurrected.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '20' },
    clients: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help || !['kills', 'queries'].includes(positionals[0] ?? '')) {
  process.stderr.write(usage);
  process.exit(values.help ? 0 : 2);
}

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
if (positionals[0] === 'queries') {
  const {
    sent,
    understood,
    faults: found,
  } = await runQueries({
    count: Number(values.count),
    seed: Number(values.seed),
    log,
  });
  for (const fault of found.slice(0, 20)) log(fault);
  for (const [metric, value] of Object.entries({ sent, understood, faults: found.length })) {
    const row = { task: 'faults', set: 'queries', metric, value };
    process.stdout.write(values.json ? `${JSON.stringify(row)}\n` : `${metric.padEnd(14)} ${value}\n`);
  }
  process.exit(found.length > 0 ? 1 : 0);
}
const verdict = await runKills({
  rounds: Number(values.rounds),
  clients: Number(values.clients),
  seed: Number(values.seed),
  log,
});
const faults = ['lost', 'doubled', 'resurrected', 'misjudged'] as const;
const sums: Record<string, number> = { kills: verdict.kills, acknowledged: verdict.acknowledged };
for (const fault of faults) {
  sums[fault] = verdict[fault].length;
  if (verdict[fault].length > 0) log(`${fault}: ${verdict[fault].slice(0, 20).join(', ')}`);
}
for (const [metric, value] of Object.entries(sums)) {
  const row = { task: 'faults', set: 'kills', metric, value };
  process.stdout.write(values.json ? `${JSON.stringify(row)}\n` : `${metric.padEnd(14)} ${value}\n`);
}
process.exitCode = faults.some((fault) => verdict[fault].length > 0) ? 1 : 0;
