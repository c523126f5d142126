import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchTestServers, type TestServers } from './test-servers.ts';

/**
 * `npm test`: checks, then all tests, on separate servers with temporary data. A failed phase does not stop the next
 * one; the last line on standard output is the total.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    long: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(
    `npm test -- [--long] [--only checks|unit|integration|browser|fault] [name of a test file …]\n`,
  );
  process.exit(0);
}

interface Total {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'dateline-test-'));
let servers: TestServers | undefined;
let child: ReturnType<typeof spawn> | undefined;

const wanted = (phase: string): boolean => !values.only || values.only.includes(phase);

const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> =>
  new Promise((resolve) => {
    child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });

const check = async (name: string, args: readonly string[]): Promise<Total> => {
  process.stdout.write(`\n— ${name}\n`);
  const code = await run(join(root, 'node_modules/.bin', args[0] ?? ''), args.slice(1));
  if (code !== 0) process.stdout.write(`✗ ${name} failed (exit ${code})\n`);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
};

const jest = async (project: string, workers: number, env: NodeJS.ProcessEnv): Promise<Total> => {
  process.stdout.write(`\n— tests: ${project}\n`);
  const report = join(scratch, `${project}.json`);
  const code = await run(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(root, 'node_modules/jest/bin/jest.js'),
      '--selectProjects',
      project,
      '--passWithNoTests',
      `--maxWorkers=${workers}`,
      '--json',
      `--outputFile=${report}`,
      '--testLocationInResults',
      ...(positionals.length > 0 ? ['--testPathPatterns', ...positionals] : []),
    ],
    env,
  );
  return readReport(report, code);
};

/** A phase that died without a report, or a suite that could not be loaded, is a failure too. */
const readReport = (path: string, code: number): Total => {
  try {
    const report: {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
      numRuntimeErrorTestSuites: number;
    } = JSON.parse(readFileSync(path, 'utf8'));
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return {
      passed: report.numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: report.numPendingTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
};

const add = (a: Total, b: Total): Total => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

const runAll = async (): Promise<Total> => {
  let total: Total = { passed: 0, failed: 0, skipped: 0 };
  if (wanted('checks')) {
    for (const part of ['.', 'api/web/box', 'api/web/page-script', 'api/web/service-worker', 'test/browser'])
      total = add(total, await check(`types of ${part}`, ['tsc', '--noEmit', '-p', part]));
    total = add(total, await check('style', ['biome', 'check', '--error-on-warnings', '.']));
    total = add(total, await check('layers', ['depcruise', '--config', '.dependency-cruiser.cjs', '.']));
    total = add(total, await check('unused code', ['knip', '--no-progress']));
  }
  const long = { DATELINE_LONG_TESTS: values.long ? '1' : '' };
  if (wanted('unit')) total = add(total, await jest('unit', 2, long));
  if (['integration', 'browser', 'fault'].some(wanted)) {
    servers = await launchTestServers(scratch);
    const env = { ...long, TEST_ELASTICSEARCH_URL: servers.elasticsearch, TEST_REDIS_URL: servers.redis };
    if (wanted('integration')) total = add(total, await jest('integration', 2, env));
    if (wanted('browser')) total = add(total, await jest('browser', 1, env));
    await servers.stop();
    servers = undefined;
    // Tests of faults kill servers: they launch their own.
    if (wanted('fault')) {
      total = add(total, await jest('fault', 2, { ...long, TEST_ELASTICSEARCH_URL: '', TEST_REDIS_URL: '' }));
    }
  }
  return total;
};

const cleanUp = async (): Promise<void> => {
  await servers?.stop();
  rmSync(scratch, { recursive: true, force: true });
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    child?.kill(signal);
    void cleanUp().finally(() => process.exit(130));
  });
}

try {
  const { passed, failed, skipped } = await runAll();
  await cleanUp();
  if (skipped > 0) process.stdout.write(`\n${skipped} skipped, each with its reason above.\n`);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
} catch (error) {
  await cleanUp();
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.stdout.write('\n0 passed, 1 failed\n');
  process.exitCode = 1;
}
