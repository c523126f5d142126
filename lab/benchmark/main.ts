import { parseArgs } from 'node:util';
import type { Row } from '../evaluate/task.ts';
import { printRows } from '../print-rows.ts';
import { benchmarks } from './tasks.ts';

const usage = `npm run benchmark -- <name> [--json]

${benchmarks.map(({ name, summary }) => `  ${name.padEnd(16)} ${summary}`).join('\n')}`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});

const benchmark = benchmarks.find(({ name }) => name === positionals[0]);
if (values.help || !benchmark) {
  process.stderr.write(`${usage}\n`);
  process.exit(values.help ? 0 : 2);
}

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** The first signal stops in order, a second one at once. */
const broken = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(name, () => {
    if (broken.signal.aborted) process.exit(1);
    log('Breaking off …');
    broken.abort(new Error(`broken off by ${name}`));
  });

const lineOf = (row: Row): string =>
  values.json
    ? JSON.stringify(row)
    : `${row.set.padEnd(20)} ${row.metric.padEnd(24)} ${row.value.toFixed(3)}`;

await printRows(benchmark.run({ log, signal: broken.signal }), lineOf);
