import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { printRows } from '../print-rows.ts';
import { UnreadableData } from './sets.ts';
import type { Row } from './task.ts';
import { tasks } from './tasks.ts';

const usage = `npm run evaluate -- <task> --data <folder> [--json] [--cross-validate [--labels <folder>]] [--without <rule>,… | --ablate]

${tasks.map((task) => `  ${task.name.padEnd(16)} ${task.summary}`).join('\n')}

Exit 0: measured; 1: nothing to measure in the folder, or a file in it cannot be read; 2: wrong call;
130: stopped by a signal; 141: nobody read the figures any more.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
    labels: { type: 'string' },
    'cross-validate': { type: 'boolean', default: false },
    without: { type: 'string' },
    ablate: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const task = tasks.find(({ name }) => name === positionals[0]);
if (values.help || !task || !values.data) {
  process.stderr.write(`${usage}\n`);
  process.exit(values.help ? 0 : 2);
}
if (!existsSync(values.data)) {
  process.stderr.write(`no folder ${values.data}\n`);
  process.exit(2);
}

const lineOf = (row: Row): string =>
  values.json
    ? JSON.stringify(row)
    : `${row.set.padEnd(28)} ${row.metric.padEnd(28)} ${row.value.toFixed(4).padStart(12)} ${row.peer ?? ''}`.trimEnd();

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const options = {
  data: values.data,
  labels: values.labels ?? null,
  crossValidate: values['cross-validate'],
  ablation: { without: values.without?.split(',') ?? [], each: values.ablate },
  log,
};
/** Without this, a signal would end the process and leave a task's servers running; `exit` handlers stop them. */
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => process.exit(130));

try {
  const printed = await printRows(task.run(options), lineOf);
  if (printed === 0 && !process.exitCode) {
    log(`nothing for ${task.name} in ${values.data}`);
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof UnreadableData)) throw error;
  log(error.message);
  process.exitCode = 1;
}
