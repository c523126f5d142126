import { Command, InvalidArgumentError, Option } from 'commander';
import { discardFailure, readFailure, replayFailure } from '../platform/articles/failures.ts';
import {
  countFailures,
  type FailureFilter,
  type FailureGroup,
  failureGroups,
  findFailures,
  listFailures,
} from '../platform/articles/find-failures.ts';
import { auditCommand } from './audit.ts';
import { WrongCall } from './describe-error.ts';
import { type CommandStore, withStore } from './open-store.ts';
import { alwaysJson, printLine } from './print-line.ts';

const readLimit = (text: string): number => {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 10_000) return limit;
  throw new InvalidArgumentError('a whole number from 1 to 10000 is expected');
};

const readInstant = (text: string): string => {
  if (/^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError('a day (2026-11-30) or an instant (2026-11-30T10:00:00Z) is expected');
};

/** `npm run dateline -- failures` */
export const failuresCommand = new Command('failures')
  .description('articles that could not be indexed')
  .addHelpText(
    'after',
    '\nPrints lines of JSON. Exit: 0 done, 1 no such failure (or it could not be done), 2 wrong call.',
  );

/** The same filter for every command, so that the failures that were counted or listed are those that are replayed or discarded. */
const filtered = (name: string): Command =>
  failuresCommand
    .command(name)
    .option(...alwaysJson)
    .option('--reason <reason>', 'only with this reason')
    .option('--step <step>', 'only at this step: accept, prepare, index or job')
    .option('--trace <trace>', 'only of one request or import, as shown by the failures and `ingest`')
    .option('--id <id>', 'only this article, or all whose ids have a prefix: "un.org/*"')
    .option('--since <when>', 'only from this day or instant', readInstant)
    .option('--until <when>', 'only up to this day or instant', readInstant);

filtered('list')
  .description('the newest failures, one per line')
  .option('--limit <number>', 'how many, at most 10,000', readLimit, 100)
  .action(({ limit, ...filter }: FailureFilter & { limit: number }) =>
    withStore(async (store) => {
      const { failures } = await listFailures(store, { ...filter, size: limit });
      for (const failure of failures) printLine(failure);
    }),
  );

filtered('count')
  .description('how many failures, by reason, step or trace')
  .addOption(new Option('--by <what>', 'what to count by').choices(failureGroups).default('reason'))
  .action(({ by, ...filter }: FailureFilter & { by: FailureGroup }) =>
    withStore(async (store) => {
      for (const { value, count } of await countFailures(store, by, filter))
        printLine({ [by]: value, count });
    }),
  );

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

filtered('replay')
  .argument('[ids...]', 'ids of articles; or give a filter')
  .description('send failed articles through the chain again')
  .action((ids: string[], filter: FailureFilter) =>
    treat(ids, filter, {
      action: 'replay-failure',
      treat: replayFailure,
      done: 'waiting',
      not: 'no input was stored',
    }),
  );

filtered('discard')
  .argument('[ids...]', 'ids of articles; or give a filter')
  .description('remove failures from the lists; the inputs stay, and the articles count as failed')
  .action((ids: string[], filter: FailureFilter) =>
    treat(ids, filter, {
      action: 'discard-failure',
      treat: discardFailure,
      done: 'discarded',
      not: 'no such failure',
    }),
  );

interface Treatment {
  readonly action: string;
  /** @returns whether it succeeded */
  readonly treat: (store: CommandStore, id: string) => Promise<boolean>;
  readonly done: string;
  readonly not: string;
}

const treat = (ids: readonly string[], given: FailureFilter, treatment: Treatment): Promise<void> => {
  const { reason, step, trace, id, since, until } = given;
  const filter = { reason, step, trace, id, since, until };
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const isNamed = ids.length > 0;
  if (isNamed === isFiltered) throw new WrongCall('give ids, or a filter such as --reason');
  return withStore(async (store) => {
    for await (const one of isNamed ? ids : idsOf(findFailures(store, filter))) {
      const isDone = await treatment.treat(store, one);
      if (isDone) await auditCommand(store, treatment.action, [one]);
      else process.exitCode = 1;
      printLine({ id: one, state: isDone ? treatment.done : treatment.not });
    }
  });
};

async function* idsOf(failures: AsyncIterable<{ readonly id: string }>): AsyncGenerator<string> {
  for await (const { id } of failures) yield id;
}
