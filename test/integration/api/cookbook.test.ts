import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { startNewsroom } from '../../support/newsroom.ts';

/** A fenced block of the document: what follows the fence, and what stands in it. */
interface Block {
  readonly info: string;
  readonly text: string;
}

const document = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'cookbook.md'), 'utf8');
const recipes = document
  .split(/^## /m)
  .slice(1)
  .map((section) => ({ name: section.split('\n', 1)[0] ?? '', blocks: blocksOf(section) }));

function blocksOf(section: string): readonly Block[] {
  return [...section.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, info = '', text = '']) => ({
    info,
    text,
  }));
}

/** The program each kind of block needs, and how it is run: the block goes in on standard input. */
const runners: Readonly<Record<string, { readonly needs: string; readonly command: readonly string[] }>> = {
  sh: { needs: 'curl', command: ['sh', '-s'] },
  python: { needs: 'python3', command: ['python3', '-'] },
};
const missing = new Set(
  Object.values(runners)
    .map(({ needs }) => needs)
    .filter((program) => spawnSync(program, ['--version']).status !== 0),
);

let newsroom: Awaited<ReturnType<typeof startNewsroom>>;
beforeAll(async () => {
  newsroom = await startNewsroom();
}, 180_000);
afterAll(() => newsroom?.stop(), 180_000);

const run = ([program = '', ...args]: readonly string[], input: string) =>
  new Promise<{ code: number | null; out: string; err: string }>((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: newsroom.scratch,
      env: { ...process.env, API: newsroom.url, KEY: newsroom.key, PYTHONIOENCODING: 'utf-8' },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });

const sheet = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });

test('twenty-one tasks, each with a command and what it prints', () => {
  expect(recipes).toHaveLength(21);
  for (const { blocks } of recipes)
    for (const [index, { info }] of blocks.entries())
      if (runners[info]) expect(blocks[index + 1]?.info).toBe('text');
});

describe.each(recipes)('$name', ({ name, blocks }) => {
  const needed = blocks.flatMap(({ info }) => runners[info]?.needs ?? []);
  const absent = needed.filter((program) => missing.has(program));
  // Said by name: a recipe whose program this machine lacks shows as skipped.
  const possible = absent.length > 0 ? test.skip : test;
  possible(absent.length > 0 ? `not run: ${absent.join(', ')} absent` : 'does what it says', async () => {
    let ran = 0;
    for (const [index, { info, text }] of blocks.entries()) {
      const runner = runners[info];
      if (runner) {
        const { code, out, err } = await run(runner.command, text);
        expect({ name, code, err, out: out.trim() }).toEqual({
          name,
          code: 0,
          err: '',
          out: blocks[index + 1]?.text.trim(),
        });
        ran += 1;
      }
      const [kind, file] = info.split(' ');
      if (kind !== 'csv' || !file) continue;
      const shown = sheet(text);
      const columns = Object.keys(shown[0] ?? {});
      const rows = sheet(readFileSync(join(newsroom.scratch, file), 'utf8'));
      expect(rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])))).toEqual(
        shown,
      );
    }
    expect(ran).toBeGreaterThan(0);
  });
});
