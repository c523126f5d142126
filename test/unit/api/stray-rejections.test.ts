import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const moduleOf = (name: string): string =>
  JSON.stringify(pathToFileURL(`${import.meta.dirname}/../../../platform/${name}.ts`).href);

const program = `
  import { createLog } from ${moduleOf('log')};
  import { createMetrics } from ${moduleOf('metrics')};
  import { surviveStrayRejections } from ${moduleOf('stray-rejections')};
  const { registry, strayRejections } = createMetrics({ ofProcess: false });
  surviveStrayRejections(createLog({ logLevel: 'error' }, 'test'), strayRejections);
  void Promise.reject(new Error('nobody awaits this'));
  setTimeout(async () => console.log(await registry.getSingleMetricAsString('dateline_stray_rejections_total')), 20);
`;

test('a rejection that nobody awaits is logged and counted, and the process goes on', async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '-e',
    program,
  ]);
  expect(stdout + stderr).toContain('nobody awaits this');
  expect(stdout).toMatch(/^dateline_stray_rejections_total 1$/m);
});
