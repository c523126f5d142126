import { Command } from 'commander';
import { allowPurged } from '../platform/articles/purge.ts';
import { listPurges } from '../platform/articles/purges.ts';
import { auditCommand } from './audit.ts';
import { withStore } from './open-store.ts';
import { alwaysJson, printLine } from './print-line.ts';

/** `npm run dateline -- purges`. */
export const purgesCommand = new Command('purges')
  .description('purged articles, which are rejected when sent again, and the way to accept them again')
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
  .description('accept purged articles when they are sent again; erased texts stay erased')
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
