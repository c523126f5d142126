import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { ingestSamples } from '../../../scripts/start/samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-signals-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an interrupt sent to the bootstrap alone ends what it runs', async () => {
  const entry = join(folder, 'entry.mjs');
  writeFileSync(
    entry,
    `process.on('SIGTERM', () => { console.log('stopped'); process.exit(0); });
     console.log('up ' + process.pid); setInterval(() => {}, 1000);`,
  );
  const bootstrap = join(import.meta.dirname, '../../../scripts/bootstrap.mjs');
  // A group of its own: the signal reaches nobody else.
  const child = spawn(process.execPath, [bootstrap, entry], { detached: true });
  let output = '';
  child.stdout.on('data', (bytes: Buffer) => {
    if (output === '') child.kill('SIGINT');
    output += bytes.toString();
  });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  expect([code, output]).toEqual([0, expect.stringMatching(/^up \d+\nstopped\n$/)]);
}, 60_000);

test('the command that takes in the samples is stopped, and its end is no failure', async () => {
  const said: string[] = [];
  // Nobody answers there: it would go on asking.
  const env = { ELASTICSEARCH_URL: 'http://127.0.0.1:9', REDIS_URL: 'redis://127.0.0.1:9' };
  const samples = ingestSamples(env, (line) => said.push(line));
  await samples.stop();
  expect(said).toEqual(['Importing the sample articles …']);
}, 60_000);
