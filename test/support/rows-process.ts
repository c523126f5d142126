import { join } from 'node:path';
import { printRows } from '../../lab/print-rows.ts';
import { launchProgram } from '../../stack/child.ts';

/** Prints rows beside a server, as evaluations and benchmarks do. Tells the server's process with each row. */
const [, , folder = ''] = process.argv;

async function* rows() {
  const server = await launchProgram({
    command: process.execPath,
    args: [join(import.meta.dirname, 'idle-process.ts')],
    env: { ...process.env },
    folder,
    url: 'none:',
    origin: 'a server',
    log: () => {},
    look: async () => 'ready' as const,
  });
  try {
    for (let row = 0; row < 600; row += 1) {
      yield server.pid;
      process.stderr.write('measuring\n');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    await server.stop();
  }
}

await printRows(rows(), String);
