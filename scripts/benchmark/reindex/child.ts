import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const cli = join(import.meta.dirname, '../../cli.ts');

/** The command as an operator runs it: a process of its own. @throws {Error} where it ends with anything but 0 */
export const callReindex = async (args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> => {
  const child = spawn(process.execPath, [cli, 'reindex', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`reindex ${args.join(' ')} ended with ${code}`);
};
