import { Command } from 'commander';
import { InvalidConfig } from '../platform/config.ts';
import { auditCommand } from './audit.ts';
import { describeError } from './describe-error.ts';
import { withStore } from './open-store.ts';
import { stoppedBySignals } from './stopped-by-signals.ts';
import { isCurable, repairFindings, verifyStore } from './verify/run.ts';

/** `npm run dateline -- verify`: compares every input with its document, and every document with its input. */
export const verifyCommand = new Command('verify')
  .description(
    'compare every stored input with its document; --repair sends wrong ones through the workers again',
  )
  .option('--repair', 'repair what can be repaired')
  .option('--json', 'the result as one line of JSON')
  .addHelpText(
    'after',
    '\nFaults: missing, behind, doubled, resurrected, premature (--repair fixes these); ahead (a document newer than\n' +
      'its input, as after a restore: send the article again); orphan (a document without input: delete it).\n' +
      'Exit: 0 no faults, or all were sent for repair; 1 there are faults; 2 wrong call; 130 stopped.',
  )
  .action(async ({ repair, json }: { repair?: true; json?: true }) => {
    const stopped = stoppedBySignals();
    try {
      await withStore(async (store) => {
        const result = await verifyStore(store, { stopped, onProgress: showProgress });
        const sent = repair && !stopped.aborted ? await repairFindings(store, result.findings) : 0;
        const mended = sent > 0 ? result.findings.filter(isCurable).map(({ id }) => id) : [];
        await auditCommand(store, 'repair', mended);
        print({ ...result, sent }, json ?? false);
        const left = result.findings.length - sent;
        const finished = left > 0 ? 1 : 0;
        process.exitCode = stopped.aborted ? 130 : finished;
      });
    } catch (error) {
      process.stderr.write(`verify: ${describeError(error)}\n`);
      process.exitCode = error instanceof InvalidConfig ? 2 : 1;
    }
  });

const print = (
  result: Awaited<ReturnType<typeof verifyStore>> & { readonly sent: number },
  json: boolean,
): void => {
  if (json) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  const { articles, documents, waiting, findings, sent } = result;
  for (const { id, revision, fault } of findings.slice(0, 100))
    process.stdout.write(`${fault.padEnd(12)} ${id} @${revision}\n`);
  process.stdout.write(
    `${articles} articles, ${documents} documents, ${waiting} waiting, ${findings.length} faults, ${sent} sent\n`,
  );
};

let shown = 0;
const showProgress = (articles: number): void => {
  if (Date.now() - shown < 5000) return;
  shown = Date.now();
  process.stderr.write(`${articles} compared\n`);
};
