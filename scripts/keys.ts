import { Command, InvalidArgumentError } from 'commander';
import { type RateClass, rateClasses, type Scope, type StoredKey, scopes } from '../api/access/key.ts';
import { createKeyStore, type KeyStore } from '../api/access/key-store.ts';
import { createPurgeLog, type PurgeLog } from '../platform/purge-log.ts';
import { prepareStore } from '../worker/definitions.ts';
import { auditCommand } from './audit.ts';
import { withStore } from './open-store.ts';

const DAY_MS = 86_400_000;

interface Store extends KeyStore {
  readonly note: (action: string, id: string) => Promise<void>;
  readonly purgeLog: PurgeLog;
  /** The first key may be created before the first start. */
  readonly prepare: () => Promise<void>;
}

const withKeys = (run: (store: Store) => Promise<void>): Promise<void> =>
  withStore(({ client, config, names }) =>
    run({
      ...createKeyStore(client, config.prefix),
      note: (action, id) => auditCommand({ client, names }, action, [id]),
      purgeLog: createPurgeLog(config.purgeLog),
      prepare: () => prepareStore(client, config),
    }),
  );

const readScopes = (written: string): Scope[] =>
  written.split(',').map((name) => {
    const scope = scopes.find((known) => known === name.trim());
    if (!scope) throw new InvalidArgumentError(`known scopes are ${scopes.join(', ')}`);
    return scope;
  });

const readRate = (written: string): RateClass => {
  const rate = rateClasses.find((known) => known === written);
  if (!rate) throw new InvalidArgumentError(`known classes are ${rateClasses.join(', ')}`);
  return rate;
};

const readDays = (written: string): number => {
  const days = Number(written);
  if (!Number.isInteger(days) || days < 1 || days > 3650) throw new InvalidArgumentError('1 to 3650 days');
  return days;
};

const addTo = (one: string, all: readonly string[]): string[] => [...all, one];

interface CreateOptions {
  readonly scopes: Scope[];
  readonly days?: number;
  readonly origin: string[];
  readonly namespace: string[];
  readonly agency: string[];
  readonly rate: RateClass;
  readonly json?: true;
}

/** `npm run dateline -- keys`: the secret is printed once and not stored. */
export const keysCommand = new Command('keys')
  .description('create, list and revoke API keys')
  .addHelpText('after', '\nExit: 0 done, 1 no such key (or it could not be done), 2 wrong call.');

const json = ['--json', 'lines of JSON'] as const;
const withoutHash = ({ hash: _, ...shown }: StoredKey) => shown;
const print = (value: object): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

keysCommand
  .command('create <name>')
  .description('create a key and print its secret, once')
  .option('--scopes <list>', `any of ${scopes.join(', ')}, separated by commas`, readScopes, ['read'])
  .option('--days <number>', 'days until it expires; default: never', readDays)
  .option('--origin <url>', 'site that may use this public, read-only key; repeatable', addTo, [])
  .option('--namespace <prefix>', 'may write only ids with this prefix; repeatable', addTo, [])
  .option('--agency <id>', 'may write only articles of this agency; repeatable', addTo, [])
  .option('--rate <class>', `limits: ${rateClasses.join(', ')}`, readRate, 'standard')
  .option(...json)
  .action((name: string, options: CreateOptions) =>
    withKeys(async (store) => {
      await store.prepare();
      const now = new Date();
      const expires = options.days ? new Date(now.getTime() + options.days * DAY_MS).toISOString() : null;
      const { key, secret } = await store.create({
        name,
        scopes: options.scopes,
        origins: options.origin,
        namespaces: options.namespace,
        agencies: options.agency,
        rate: options.rate,
        expires,
        now,
      });
      await store.note('create-key', key.id);
      if (options.json) return print({ ...withoutHash(key), secret });
      process.stderr.write(`Key ${key.id} (${key.scopes.join(', ')}). Its secret, shown only once:\n`);
      process.stdout.write(`${secret}\n`);
    }),
  );

const stateOf = ({ revoked, expires }: StoredKey): string => {
  if (revoked) return `revoked ${revoked}`;
  return expires ? `until ${expires}` : 'for good';
};

keysCommand
  .command('list')
  .description('list keys; secrets are not stored')
  .option(...json)
  .action((options: { json?: true }) =>
    withKeys(async (store) => {
      for (const key of await store.list()) {
        if (options.json) {
          print(withoutHash(key));
          continue;
        }
        process.stdout.write(
          `${key.id}  ${key.scopes.join(',').padEnd(16)}  ${key.rate.padEnd(9)}  ${stateOf(key)}  ${key.used ? `used ${key.used.slice(0, 10)}` : 'unused'}  ${key.name}\n`,
        );
      }
    }),
  );

keysCommand
  .command('revoke <id>')
  .description('revoke a key; it stops working within ten seconds')
  .option(...json)
  .action((id: string, options: { json?: true }) =>
    withKeys(async (store) => {
      const isRevoked = await store.revoke(id, new Date());
      if (isRevoked) {
        await store.purgeLog.note({ revoked: id }, new Date());
        await store.note('revoke-key', id);
      }
      if (options.json) print({ id, revoked: isRevoked });
      if (isRevoked) return;
      process.stderr.write(`there is no key ${id}\n`);
      process.exitCode = 1;
    }),
  );
