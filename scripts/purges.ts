import { Command } from 'commander';
import { allowPurged } from '../platform/articles/purge.ts';
import { listPurges } from '../platform/articles/purges.ts';
import { auditCommand } from './audit.ts';
import { withStore } from './open-store.ts';
import { alwaysJson, printLine } from './print-line.ts';

/** `npm run dateline -- purges`. */
export const purgesCommand = new Command('purges')
  .description('what was erased for good and stays out, and the way to let it in again')
  .addHelpText('after', '\nPrints lines of JSON. Exit: 0 done, 1 no such purge, 2 wrong call.');

purgesCommand
  .command('list')
  .option(...alwaysJson)
  .description('every purge: id and the last revision that was erased')
  .action(() =>
    withStore(async (store) => {
      for await (const purge of listPurges(store)) printLine(purge);
    }),
  );

purgesCommand
  .command('allow <ids...>')
  .option(...alwaysJson)
  .description('take purged articles again when they are sent; what was erased stays erased')
  .action((ids: string[]) =>
    withStore(async (store) => {
      for (const id of ids) {
        const isAllowed = await allowPurged(store, id);
        if (isAllowed) await auditCommand(store, 'allow-purged', [id]);
        else process.exitCode = 1;
        printLine({ id, state: isAllowed ? 'allowed' : 'not purged' });
      }
    }),
  );
