import { Command, InvalidArgumentError } from 'commander';
import { WrongCall } from './describe-error.ts';
import { countMatches, readMatches, type Selection, selectMatches } from './matches.ts';
import { type CommandStore, withStore } from './open-store.ts';
import { alwaysJson, printLine } from './print-line.ts';
import { purgeMany } from './purge/run.ts';
import { stoppedBySignals } from './stopped-by-signals.ts';

interface Options {
  readonly where?: string;
  readonly olderThan?: number;
  readonly yes?: true;
}

const readDays = (text: string): number => {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 100_000) return days;
  throw new InvalidArgumentError('a whole number of days from 1 to 100000 is expected');
};

/** `npm run dateline -- purge`. */
export const purgeCommand = new Command('purge')
  .description(
    'erase articles permanently: the matches of a search, those older than some days, or some by id',
  )
  .argument('[ids...]', 'ids of articles')
  .option('--where <query>', 'the matches of a search: "agency=xinhua&to-date=2019", or plain words')
  .option(
    '--older-than <days>',
    'only articles published (or, without a date, received) longer ago',
    readDays,
  )
  .option('--yes', 'erase; without it the command only shows what it would erase')
  .option(...alwaysJson)
  .addHelpText(
    'after',
    '\nPrints lines of JSON; with --older-than, run daily, it enforces an agency’s licence period.\n' +
      'Exit: 0 done, 1 not everything is erased (the same call again continues), 2 wrong call, 130 stopped.',
  )
  .action((ids: string[], options: Options) => {
    const stopped = stoppedBySignals();
    return withStore((store) => purge(store, ids, options, stopped));
  });

const purge = async (
  store: CommandStore,
  ids: readonly string[],
  options: Options,
  stopped: AbortSignal,
): Promise<void> => {
  const selection = await readSelection(store, ids, options);
  if (!options.yes) return foretell(store, selection);
  const { where, olderThan } = options;
  const result = await purgeMany(store, {
    pages: idsOf(store, ids, selection),
    detail: { where, olderThan },
    stopped,
    onProgress: (purged) => process.stderr.write(`\rerased ${purged} `),
  });
  process.stderr.write('\n');
  printLine(result);
  if (stopped.aborted) process.exitCode = 130;
  else if (!result.merged) process.exitCode = 1;
};

/** Null if articles are given by id. @throws {WrongCall} if the call has neither ids nor a query, or both */
const readSelection = async (
  store: CommandStore,
  ids: readonly string[],
  { where, olderThan }: Options,
): Promise<Selection | null> => {
  const isNamed = ids.length > 0;
  if (isNamed === (where !== undefined))
    throw new WrongCall('give ids, or --where: the whole archive is never erased at once');
  if (where === undefined) {
    if (olderThan !== undefined) throw new WrongCall('--older-than goes with --where');
    return null;
  }
  if (where.trim() === '') throw new WrongCall('--where is empty: it would match everything');
  const selection = await selectMatches(store, where);
  if ('match_all' in selection.query) throw new WrongCall(`--where "${where}" matches everything`);
  if (olderThan === undefined) return selection;
  return { ...selection, query: { bool: { filter: [selection.query, publishedBefore(olderThan)] } } };
};

const publishedBefore = (days: number) => {
  const end = new Date(Date.now() - days * 86_400_000).toISOString();
  const undated = { bool: { must_not: [{ exists: { field: 'date' } }] } };
  return {
    bool: {
      should: [
        { range: { date: { lt: end.slice(0, 10) } } },
        { bool: { filter: [undated, { range: { received: { lt: end } } }] } },
      ],
      minimum_should_match: 1,
    },
  };
};

const shown = 10;

const foretell = async (store: CommandStore, selection: Selection | null): Promise<void> => {
  if (selection === null) return printLine({ purged: 0, would: 'erase the given ids: add --yes' });
  printLine({ purged: 0, matches: await countMatches(store, selection), would: 'erase these: add --yes' });
  for await (const [...page] of readMatches(store, selection)) {
    for (const { id, date, title } of page.slice(0, shown)) printLine({ id, date, title });
    return;
  }
};

async function* idsOf(
  store: CommandStore,
  ids: readonly string[],
  selection: Selection | null,
): AsyncGenerator<readonly string[]> {
  if (selection === null) yield ids;
  else for await (const page of readMatches(store, selection)) yield page.map(({ id }) => id);
}
