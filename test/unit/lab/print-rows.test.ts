import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dateline-rows-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test.each([['only the rows'], ['rows and progress']])(
  'a task whose reader goes away stops its servers in order: %s',
  async (which) => {
    const entry = join(import.meta.dirname, '../../support/rows-process.ts');
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry, folder]);
    if (which === 'only the rows') child.stderr.resume();
    const ended = once(child, 'exit');
    const [first] = await once(child.stdout, 'data');
    const server = Number.parseInt(String(first), 10);
    expect(isAlive(server)).toBe(true);
    child.stdout.destroy();
    if (which !== 'only the rows') child.stderr.destroy();
    expect(await ended).toEqual([141, null]);
    expect(isAlive(server)).toBe(false);
    expect(readdirSync(folder)).not.toContain('server.pid');
  },
  60_000,
);
