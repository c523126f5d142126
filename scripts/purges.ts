import { Command } from 'commander';
import { allowPurged } from '../platform/articles/purge.ts';
import { listPurges } from '../platform/articles/purges.ts';
import { readConfig } from '../platform/config.ts';
import { auditCommand } from './audit.ts';
import { type CommandStore, openStore } from './open-store.ts';

const json = ['--json', 'as always: lines of JSON'] as const;
const print = (value: object): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

/** `npm run dateline -- purges`. */
export const purgesCommand = new Command('purges')
  .description('what was erased for good and stays out, and the way to let it in again')
  .addHelpText('after', '\nPrints lines of JSON. Exit: 0 done, 1 no such purge, 2 wrong call.');

purgesCommand
  .command('list')
  .option(...json)
  .description('every purge: id and the last revision that was erased')
  .action(() =>
    withStore(async (store) => {
      for await (const purge of listPurges(store)) print(purge);
    }),
  );

purgesCommand
  .command('allow <ids...>')
  .option(...json)
  .description('take purged articles again when they are sent; what was erased stays erased')
  .action((ids: string[]) =>
    withStore(async (store) => {
      for (const id of ids) {
        const isAllowed = await allowPurged(store, id);
        if (isAllowed) await auditCommand(store, 'allow-purged', [id]);
        else process.exitCode = 1;
        print({ id, state: isAllowed ? 'allowed' : 'not purged' });
      }
    }),
  );

const withStore = async (work: (store: CommandStore) => Promise<void>): Promise<void> => {
  const store = openStore(readConfig());
  try {
    await work(store);
  } finally {
    await store.close();
  }
};
