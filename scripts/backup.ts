import { Command } from 'commander';
import { InvalidConfig, readConfig } from '../platform/config.ts';
import { UnreadablePurgeLog } from '../platform/purge-log.ts';
import { auditCommand } from './audit.ts';
import { CannotBackUp } from './backup/repository.ts';
import { type RestoreStore, restoreBackup } from './backup/restore.ts';
import { createBackup, listBackups } from './backup/snapshots.ts';
import { describeError } from './describe-error.ts';
import { openStore } from './open-store.ts';

interface Options {
  readonly location?: string;
  readonly list?: true;
  readonly replace?: true;
  readonly json?: true;
}

const wrongCalls = [InvalidConfig, CannotBackUp, UnreadablePurgeLog];
const exits = '\nExit: 0 done, 1 failed, 2 wrong call, or something prevents it.';

/** `npm run dateline -- backup`: a snapshot of all indices of this installation. */
export const backupCommand = new Command('backup')
  .description('save everything in a snapshot; only changes since the last one are copied')
  .option('--location <folder>', 'folder on the servers for snapshots, below their path.repo')
  .option('--list', 'only list the snapshots')
  .option('--json', 'lines of JSON')
  .addHelpText('after', exits)
  .action((options: Options) =>
    withStore('backup', options, async (store) => {
      const made = options.list ? [] : [await createBackup(store)];
      for (const { name } of made) await auditCommand(store, 'backup', [name]);
      for (const snapshot of options.list ? await listBackups(store) : made) print(snapshot, options);
    }),
  );

/** `npm run dateline -- restore <snapshot>`. */
export const restoreCommand = new Command('restore')
  .description('replace the current data with a snapshot; stop API and workers first')
  .argument('<snapshot>', 'its name, from `backup --list`')
  .option('--location <folder>', 'as in backup')
  .option('--replace', 'back up the current data, then replace it')
  .option('--json', 'the result as one line of JSON')
  .addHelpText('after', `${exits}\nThen start workers and API again, and run verify --repair.`)
  .action((snapshot: string, options: Options) =>
    withStore('restore', options, async (store) => {
      const restored = await restoreBackup(store, snapshot, { replace: options.replace ?? false });
      await auditCommand(store, 'restore', [snapshot], { before: restored.before });
      print(restored, options);
    }),
  );

const withStore = async (
  name: string,
  { location }: Options,
  work: (store: RestoreStore) => Promise<void>,
): Promise<void> => {
  try {
    const store = openStore(readConfig());
    try {
      await work({ ...store, prefix: store.config.prefix, location });
    } finally {
      await store.close();
    }
  } catch (error) {
    process.stderr.write(`${name}: ${describeError(error)}\n`);
    process.exitCode = wrongCalls.some((kind) => error instanceof kind) ? 2 : 1;
  }
};

const print = (result: object, { json }: Options): void => {
  const line = Object.entries(result).map(
    ([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`,
  );
  process.stdout.write(`${json ? JSON.stringify(result) : line.join('  ')}\n`);
};
