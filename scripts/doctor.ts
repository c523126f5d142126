import { Command } from 'commander';
import { type Config, InvalidConfig, readConfig } from '../platform/config.ts';
import { describeError } from './describe-error.ts';
import { type Examination, examine } from './doctor/run.ts';
import { openStore } from './open-store.ts';

/** `npm run dateline -- doctor`: finds problems and says how to fix them. */
export const doctorCommand = new Command('doctor')
  .description('check configuration, servers, indices, queues and backups; changes nothing')
  .option('--json', 'the result as one line of JSON')
  .addHelpText(
    'after',
    '\nExit: 0 no findings, 1 errors (or the checks could not run), 2 wrong call or wrong configuration,\n' +
      '3 warnings only.',
  )
  .action(async ({ json = false }: { json?: boolean }) => {
    try {
      const store = openStore(configOrFindings(json));
      try {
        const examination = await examine(store);
        print(examination, json);
        process.exitCode = exitCodeOf(examination);
      } finally {
        await store.close();
      }
    } catch (error) {
      process.stderr.write(`doctor: ${describeError(error)}\n`);
      process.exitCode = error instanceof InvalidConfig ? 2 : 1;
    }
  });

/** Reports all errors of the configuration at once, as findings too, before any request. @throws {InvalidConfig} */
const configOrFindings = (json: boolean): Config => {
  try {
    return readConfig();
  } catch (error) {
    if (json && error instanceof InvalidConfig) {
      const advice = 'correct the environment; docs/operations.md lists the variables';
      const findings = error.faults.map((message) => ({
        check: 'configuration',
        severity: 'error' as const,
        message,
        advice,
      }));
      print({ findings, looked: ['configuration'], leftOut: [] }, json);
    }
    throw error;
  }
};

const exitCodeOf = ({ findings }: Examination): number => {
  if (findings.some(({ severity }) => severity === 'error')) return 1;
  return findings.length > 0 ? 3 : 0;
};

const print = (examination: Examination, json: boolean): void => {
  if (json) {
    process.stdout.write(`${JSON.stringify(examination)}\n`);
    return;
  }
  const { findings, looked, leftOut } = examination;
  for (const { check, severity, message, advice } of findings)
    process.stdout.write(
      `${severity.padEnd(8)} ${check.padEnd(14)} ${message}\n${' '.repeat(24)}→ ${advice}\n`,
    );
  if (leftOut.length > 0) process.stdout.write(`not checked: ${leftOut.join(', ')}\n`);
  const verdict = findings.length === 0 ? 'all is well' : `${findings.length} found`;
  process.stdout.write(`${looked.length} checks, ${verdict}\n`);
};
