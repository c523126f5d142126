import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sampleDocuments } from '../../support/samples.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

/**
 * The clients of docs/clients.md, generated from the document that the service serves, built, and used against it. They
 * need packages from npm and PyPI, so only `npm run test:long` runs them.
 */
const isLong = Boolean(process.env.DATELINE_LONG_TESTS);
const hasPip = isLong && spawnSync('python3', ['-m', 'venv', '--help']).status === 0;
const withPip = hasPip ? test : test.skip;
const examples = join(import.meta.dirname, '../../../examples');
const scratch = mkdtempSync(join(tmpdir(), 'dateline-clients-'));
const documents = isLong ? sampleDocuments() : [];
let service: SearchService | undefined;

beforeAll(async () => {
  if (!isLong) return;
  if (!hasPip) process.stderr.write('The Python client is not tested: python3 with venv is missing.\n');
  service = await startSearchService({
    codes: [...new Set(documents.map(({ language }) => language)), 'und'],
  });
  await service.index(documents);
}, 180_000);

afterAll(async () => {
  await service?.stop();
  rmSync(scratch, { recursive: true, force: true });
}, 180_000);

/** Runs one after the other, in a copy of an example. @returns what the last one prints */
const runAll = async (name: string, commands: readonly string[]): Promise<string> => {
  const cwd = join(scratch, name);
  cpSync(join(examples, name), cwd, { recursive: true });
  let printed = '';
  for (const command of commands) {
    const { code, out } = await run(command, cwd);
    expect([command, code, code === 0 ? '' : out]).toEqual([command, 0, '']);
    printed = out;
  }
  return printed;
};

const run = (command: string, cwd: string): Promise<{ readonly code: number | null; readonly out: string }> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, DATELINE: service?.url, PYTHONIOENCODING: 'utf-8' };
    const child = spawn('sh', ['-c', command], { cwd, env });
    let out = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        out += chunk;
      });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out }));
  });

/** What either example prints: the newest articles of Xinhua, then the months with articles. */
const expectAnswer = (printed: string): void => {
  const own = documents.filter(({ agency }) => agency.includes('xinhua'));
  const lines = printed
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const articles = lines.filter((line) => line.length === 3);
  const months = lines.filter((line) => line.length === 2);
  expect(articles.map(([, title]) => title).sort()).toEqual(own.map(({ title }) => title).sort());
  for (const [, , page] of articles) expect(page).toMatch(`${service?.url}/articles/`);
  const dated = own.filter(({ date }) => date !== null).length;
  expect(months.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(dated);
};

(isLong ? test : test.skip)(
  'TypeScript: generated, checked by its compiler, and used',
  async () => {
    const quiet = '--no-audit --no-fund --loglevel=error';
    expectAnswer(
      await runAll('typescript', [
        `npm ci ${quiet}`,
        'npm run -s generate',
        'npm run -s build',
        'npm run -s start -- xinhua',
      ]),
    );
  },
  600_000,
);

withPip(
  'Python: generated and used',
  async () => {
    expectAnswer(
      await runAll('python', [
        'python3 -m venv .venv',
        '.venv/bin/pip install -q -r requirements.txt',
        '.venv/bin/openapi-python-client generate --url "$DATELINE/openapi.json" --meta none --output-path dateline_client --overwrite',
        '.venv/bin/python search.py xinhua',
      ]),
    );
  },
  600_000,
);
