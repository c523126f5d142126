import { setTimeout as pause } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import { findTargetFault } from '../platform/outgoing/target.ts';
import { createEntryStore, type EntryStore } from '../platform/sources/entries.ts';
import { newSource, type SourceRecord, sourceIdOf } from '../platform/sources/records.ts';
import { showSource } from '../platform/sources/show.ts';
import { createSourceStore, type SourceStore } from '../platform/sources/store.ts';
import { prepareStore } from '../worker/definitions.ts';
import { auditCommand } from './audit.ts';
import { WrongCall } from './describe-error.ts';
import { withStore } from './open-store.ts';

interface Stores {
  readonly sources: SourceStore;
  readonly entries: EntryStore;
  readonly allowed: readonly string[];
  readonly note: (action: string, id: string) => Promise<void>;
  readonly prepare: () => Promise<void>;
}

const withSources = (run: (stores: Stores) => Promise<void>): Promise<void> =>
  withStore(({ client, config, names }) =>
    run({
      sources: createSourceStore(client, names.sources),
      entries: createEntryStore(client, names),
      allowed: config.allowedTargets,
      note: (action, id) => auditCommand({ client, names }, action, [id]),
      prepare: () => prepareStore(client, config),
    }),
  );

interface Options {
  readonly json?: true;
  /** Seconds. */
  readonly wait: number;
}

const readSeconds = (written: string): number => {
  const seconds = Number(written);
  if (!/^\d{1,4}(?:\.\d{1,3})?$/.test(written))
    throw new InvalidArgumentError('seconds from 0 to 9999 are expected');
  return seconds;
};

/** `npm run dateline -- sources` */
export const sourcesCommand = new Command('sources')
  .description('poll feeds (RSS, Atom, JSON Feed) and news sitemaps')
  .addHelpText('after', '\nExit: 0 done, 1 no such source, or its poll failed, 2 wrong call.');

const json = ['--json', 'lines of JSON'] as const;
const wait = ['--wait <seconds>', 'how long to wait for the worker’s answer', readSeconds, 30] as const;

sourcesCommand
  .command('add <url>')
  .description('poll a feed or sitemap from now on')
  .option('--entries', 'each entry is the article itself; its page is not fetched')
  .option(...wait)
  .option(...json)
  .action((url: string, options: Options & { readonly entries?: true }) =>
    withSources(async (stores) => {
      const fault = findTargetFault(url, stores.allowed);
      if (fault) throw new WrongCall(`${url} ${fault}`);
      await stores.prepare();
      const source = newSource(new URL(url).href, options.entries ? 'entries' : 'pages', new Date());
      const isNew = await stores.sources.create(source);
      if (isNew) await stores.note('add-source', source.id);
      else process.stderr.write('it is already polled\n');
      await tell(source.id, isNew ? source : null, options, stores);
    }),
  );

sourcesCommand
  .command('list')
  .description('list sources and their state')
  .option(...json)
  .action((options: Options) =>
    withSources(async ({ sources, entries }) => {
      const all = await sources.list();
      const counts = await entries.countsOf(all.map(({ id }) => id));
      for (const source of all) print(showSource(source, counts.get(source.id)), options);
    }),
  );

sourcesCommand
  .command('show <source>')
  .description('show one source, by its id or address')
  .option(...json)
  .action((given: string, options: Options) =>
    withSources((stores) => tell(idOf(given), null, options, stores)),
  );

sourcesCommand
  .command('poll <source>')
  .description('poll a source now')
  .option(...wait)
  .option(...json)
  .action((given: string, options: Options) =>
    withSources(async (stores) => {
      const before = await stores.sources.change(idOf(given), dueNow);
      await tell(idOf(given), before, options, stores);
    }),
  );

const dueNow = (source: SourceRecord): SourceRecord => ({ ...source, due: new Date().toISOString() });

for (const [name, active, description] of [
  ['pause', false, 'stop polling a source until it is resumed'],
  ['resume', true, 'poll it again, from now on'],
] as const)
  sourcesCommand
    .command(`${name} <source>`)
    .description(description)
    .option(...json)
    .action((given: string, options: Options) =>
      withSources(async (stores) => {
        const changed = await stores.sources.change(idOf(given), (source) => ({ ...dueNow(source), active }));
        if (changed) await stores.note(`${name}-source`, changed.id);
        await tell(idOf(given), null, options, stores);
      }),
    );

sourcesCommand
  .command('remove <source>')
  .description('stop polling a source and remove it; its articles stay')
  .action((given: string) =>
    withSources(async ({ sources, entries, note }) => {
      const id = idOf(given);
      if (!(await sources.remove(id))) return noSuch(given);
      await entries.forget(id);
      await note('remove-source', id);
    }),
  );

/** A source is given by its id or its address. */
const idOf = (given: string): string => (URL.canParse(given) ? sourceIdOf(new URL(given).href) : given);

const noSuch = (given: string): void => {
  process.stderr.write(`there is no source ${given}\n`);
  process.exitCode = 1;
};

/**
 * Prints the state of a source.
 *
 * @param before  its state before the awaited poll; null to wait for none
 */
const tell = async (
  id: string,
  before: SourceRecord | null,
  options: Options,
  { sources, entries }: Stores,
): Promise<void> => {
  const end = Date.now() + options.wait * 1000;
  let source = await sources.get(id);
  while (before?.active && source?.value.polled === before.value.polled && Date.now() < end) {
    await pause(250);
    source = await sources.get(id);
  }
  if (!source) return noSuch(id);
  if (before?.active && source.value.polled === before.value.polled)
    process.stderr.write(`not polled within ${options.wait} s: is a worker running?\n`);
  const counts = await entries.countsOf([id]);
  print(showSource(source, counts.get(id)), options);
  if (before !== null && source.value.failures > 0) process.exitCode = 1;
};

const print = (shown: ReturnType<typeof showSource>, { json: asJson }: Options): void => {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(shown)}\n`);
    return;
  }
  const { id, url, state, entries, reason, due } = shown;
  const next = due === null ? '' : `  next ${due.slice(0, 19)}Z`;
  const counts = `${entries.taken} taken, ${entries.waiting} waiting, ${entries.refused} refused`;
  process.stdout.write(`${id}  ${state.padEnd(8)}${counts}${next}  ${url}\n`);
  if (reason !== null) process.stdout.write(`    ${reason}\n`);
};
