import { Command, InvalidArgumentError, Option } from 'commander';
import { InvalidConfig } from '../platform/config.ts';
import { UnreadablePurgeLog } from '../platform/purge-log.ts';
import { auditCommand } from './audit.ts';
import { drillRestore } from './backup/drill.ts';
import { CannotBackUp } from './backup/repository.ts';
import { type RestoreStore, restoreBackup } from './backup/restore.ts';
import { createBackup, deleteBackup, listBackups, thinOut } from './backup/snapshots.ts';
import { describeError } from './describe-error.ts';
import { type CommandStore, withStore } from './open-store.ts';
import { stoppedBySignals } from './stopped-by-signals.ts';

interface Options {
  readonly location?: string;
  readonly repository?: string;
  readonly list?: true;
  readonly keep?: number;
  readonly delete?: string;
  readonly replace?: true;
  readonly drill?: true;
  readonly withDeleted?: true;
  readonly json?: true;
}

const wrongCalls = [InvalidConfig, CannotBackUp, UnreadablePurgeLog];
const exits = '\nExit: 0 done, 1 failed, 2 wrong call, or a precondition is not met.';

const readKeep = (text: string): number => {
  const keep = Number(text);
  if (Number.isInteger(keep) && keep >= 1 && keep <= 10_000) return keep;
  throw new InvalidArgumentError('a whole number from 1 to 10000 is expected');
};

/** Both commands have the same options for the place of the snapshots. */
const placed = (name: string): Command =>
  new Command(name)
    .addOption(
      new Option(
        '--location <folder>',
        'folder on the servers for snapshots, below their path.repo',
      ).conflicts('repository'),
    )
    .option('--repository <name>', 'an existing repository of the cluster, such as an S3 bucket')
    .option('--json', 'lines of JSON');

/** `npm run dateline -- backup`: a snapshot of all indices of this installation. */
export const backupCommand = placed('backup')
  .description('save everything in a snapshot; only changes since the last one are copied')
  .option('--list', 'only list the snapshots')
  .option(
    '--keep <number>',
    'then delete older snapshots of `backup`, except the newest ones of this number',
    readKeep,
  )
  .addOption(new Option('--delete <snapshot>', 'only delete this snapshot').conflicts(['list', 'keep']))
  .addHelpText('after', exits)
  .action((options: Options) =>
    withRepository('backup', options, async (store) => {
      if (options.list) for (const snapshot of await listBackups(store)) print(snapshot, options);
      else if (options.delete === undefined) await backUp(store, options);
      else await removeBackup(store, options.delete, options);
    }),
  );

const backUp = async (store: RestoreStore, options: Options): Promise<void> => {
  const made = await createBackup(store);
  await auditCommand(store, 'backup', [made.name]);
  print(made, options);
  if (options.keep === undefined) return;
  const deleted = await thinOut(store, options.keep);
  await auditCommand(store, 'delete-backup', deleted);
  for (const name of deleted) print({ deleted: name }, options);
};

const removeBackup = async (store: RestoreStore, name: string, options: Options): Promise<void> => {
  await deleteBackup(store, name);
  await auditCommand(store, 'delete-backup', [name]);
  print({ deleted: name }, options);
};

/** `npm run dateline -- restore <snapshot>`. */
export const restoreCommand = placed('restore')
  .description('replace the current data with a snapshot; stop API and workers first')
  .argument('<snapshot>', 'its name, from `backup --list`')
  .option('--replace', 'back up the current data, then replace it')
  .option('--with-deleted', 'bring back articles that were deleted since, or had their embargo prolonged')
  .addOption(
    new Option(
      '--drill',
      'restore beside the current data, verify the copy and delete it; API and workers may run',
    ).conflicts('replace'),
  )
  .addHelpText('after', `${exits}\nThen start workers and API again, and run verify --repair.`)
  .action((snapshot: string, options: Options) =>
    withRepository('restore', options, async (store) => {
      if (options.drill) return drill(store, snapshot, options);
      const restored = await restoreBackup(store, snapshot, {
        replace: options.replace ?? false,
        withDeleted: options.withDeleted ?? false,
      });
      await auditCommand(store, 'restore', [snapshot], { before: restored.before });
      print(restored, options);
    }),
  );

const drill = async (store: RestoreStore & CommandStore, snapshot: string, options: Options) => {
  const drilled = await drillRestore(store, snapshot, stoppedBySignals());
  print(drilled, options);
  // Articles that arrived while the snapshot was made are not a fault.
  if (Object.keys(drilled.faults).some((fault) => fault !== 'ahead')) process.exitCode = 1;
};

/** Opens the store with the place of its snapshots. */
const withRepository = async (
  name: string,
  { location, repository }: Options,
  work: (store: RestoreStore & CommandStore) => Promise<void>,
): Promise<void> => {
  try {
    await withStore((store) => work({ ...store, prefix: store.config.prefix, location, repository }));
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
