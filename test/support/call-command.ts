import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A command as an operator calls it. `out` and `told` are standard output and standard error. */
export const callCommand = async (prefix: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../scripts/cli.ts'), ...args], {
    env: {
      ...process.env,
      ELASTICSEARCH_URL: process.env.TEST_ELASTICSEARCH_URL,
      REDIS_URL: process.env.TEST_REDIS_URL,
      DATELINE_PREFIX: prefix,
      ...env,
    },
  });
  let [out, told] = ['', ''];
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    told += bytes.toString();
  });
  const [code] = await once(child, 'close');
  return { code, out, told };
};
