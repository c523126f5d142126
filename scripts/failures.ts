import { Command, InvalidArgumentError } from 'commander';
import { discardFailure, listFailures, readFailure, replayFailure } from '../platform/articles/failures.ts';
import { auditCommand } from './audit.ts';
import { withStore } from './open-store.ts';
import { alwaysJson, printLine } from './print-line.ts';

const readLimit = (text: string): number => {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 10_000) return limit;
  throw new InvalidArgumentError('a whole number from 1 to 10000 is expected');
};

/** `npm run dateline -- failures` */
export const failuresCommand = new Command('failures')
  .description('articles that could not be indexed')
  .addHelpText(
    'after',
    '\nPrints lines of JSON. Exit: 0 done, 1 no such failure (or it could not be done), 2 wrong call.',
  );

failuresCommand
  .command('list')
  .option(...alwaysJson)
  .description('the newest failures, one per line')
  .option('--reason <reason>', 'only failures with this reason')
  .option('--limit <number>', 'how many, at most 10,000', readLimit, 100)
  .action(async ({ reason, limit }: { reason?: string; limit: number }) => {
    await withStore(async (store) => {
      const { failures } = await listFailures(store, { reason, size: limit });
      for (const failure of failures) printLine(failure);
    });
  });

failuresCommand
  .command('show <id>')
  .option(...alwaysJson)
  .description('one failure')
  .action((id: string) =>
    withStore(async (store) => {
      const failure = await readFailure(store, id);
      if (failure) printLine(failure);
      else {
        process.stderr.write(`${id} has not failed\n`);
        process.exitCode = 1;
      }
    }),
  );

failuresCommand
  .command('replay <ids...>')
  .option(...alwaysJson)
  .description('send failed articles through the chain again')
  .action((ids: string[]) =>
    withStore(async (store) => {
      for (const id of ids) {
        const isReplayed = await replayFailure(store, id);
        if (isReplayed) await auditCommand(store, 'replay-failure', [id]);
        else process.exitCode = 1;
        printLine({ id, state: isReplayed ? 'waiting' : 'no input was kept' });
      }
    }),
  );

failuresCommand
  .command('discard <ids...>')
  .option(...alwaysJson)
  .description('forget failures; the inputs stay')
  .action((ids: string[]) =>
    withStore(async (store) => {
      for (const id of ids) {
        const isDiscarded = await discardFailure(store, id);
        if (isDiscarded) await auditCommand(store, 'discard-failure', [id]);
        else process.exitCode = 1;
        printLine({ id, state: isDiscarded ? 'discarded' : 'no such failure' });
      }
    }),
  );
