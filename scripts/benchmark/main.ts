import { parseArgs } from 'node:util';
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

for await (const row of benchmark.run({ log })) {
  process.stdout.write(
    values.json
      ? `${JSON.stringify(row)}\n`
      : `${row.set.padEnd(20)} ${row.metric.padEnd(24)} ${row.value.toFixed(3)}\n`,
  );
}
