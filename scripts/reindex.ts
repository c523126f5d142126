import { Command, InvalidArgumentError, Option } from 'commander';
import { InvalidParameters, InvalidQuery } from '../domain/errors.ts';
import { InvalidConfig } from '../platform/config.ts';
import { auditCommand } from './audit.ts';
import { describeError } from './describe-error.ts';
import { type CommandStore, withStore } from './open-store.ts';
import { CannotReindex, Stopped } from './reindex/outcomes.ts';
import { chooseLanguages, findCurrent } from './reindex/plan.ts';
import type { Progress } from './reindex/services.ts';
import { abandon, dropOld, reindex } from './reindex/start.ts';
import { redoMatches } from './reindex/where.ts';
import { stoppedBySignals } from './stopped-by-signals.ts';

interface Options {
  readonly from?: 'raw' | 'index';
  readonly language: readonly string[];
  readonly where?: string;
  readonly rollback?: true;
  readonly resume?: true;
  readonly abandon?: true;
  readonly dropOld?: true;
  readonly dryRun?: true;
  readonly throttle?: number;
  readonly yield: boolean;
  readonly slices: number;
  readonly json?: true;
}

const positive = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('a whole number above 0 is expected');
  return value;
};

export const reindexCommand = new Command('reindex')
  .description('fill new indices beside the old ones, compare them, and swap the aliases without downtime')
  .addOption(
    new Option('--from <source>', 'raw: clean and enrich again; index: copy documents').choices([
      'raw',
      'index',
    ]),
  )
  .option('--language <codes...>', 'only these languages', [])
  .option('--where <query>', 'with --from raw: only matching articles ("q=peace&agency=xinhua"), in place')
  .option('--resume', 'resume an interrupted reindex, on any machine')
  .option('--rollback', 'return to the indices before the last reindex, including everything written since')
  .option('--abandon', 'give up an interrupted reindex and delete its new indices')
  .option('--drop-old', 'delete the indices kept for a rollback')
  .option('--dry-run', 'only print what would be done')
  .option('--throttle <number>', 'documents per second', positive)
  .option('--no-yield', 'copy at full speed even while others search; by default searches go first')
  .option('--slices <number>', 'parts to copy at once', positive, 2)
  .option('--json', 'the result as one line of JSON')
  .addHelpText(
    'after',
    '\nExit: 0 done, 1 failed (continue with --resume), 2 wrong call, 3 the indices differ and were not swapped,\n' +
      '4 another process is reindexing, 130 stopped (continue with --resume).',
  )
  .action(async (options: Options) => {
    const stopped = stoppedBySignals();
    try {
      await withStore((store) => choose(options, stopped, store));
    } catch (error) {
      process.stderr.write(`\nreindex: ${describeError(error)}\n`);
      process.exitCode = exitCodeOf(error);
    }
  });

const exitCodeOf = (error: unknown): number => {
  if (error instanceof CannotReindex) return error.exitCode;
  if (error instanceof Stopped) return 130;
  return [InvalidConfig, InvalidQuery, InvalidParameters].some((kind) => error instanceof kind) ? 2 : 1;
};

const printer =
  ({ json }: Options) =>
  (result: Record<string, unknown>): void => {
    if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
    else
      for (const [name, value] of Object.entries(result))
        process.stdout.write(
          `${name.padEnd(12)} ${typeof value === 'object' ? JSON.stringify(value) : value}\n`,
        );
  };

const choose = async (options: Options, stopped: AbortSignal, store: CommandStore): Promise<void> => {
  const print = printer(options);
  const { from, where, language, dryRun = false, throttle } = options;
  const ways = [from, options.resume, options.rollback, options.abandon, options.dropOld];
  if (ways.filter((way) => way !== undefined).length !== 1)
    throw new CannotReindex('give one of --from, --resume, --rollback, --abandon and --drop-old', 2);
  const noted = async (action: string, subjects: readonly string[], detail: object = {}) => {
    await auditCommand(store, action, subjects, detail);
    return subjects;
  };
  if (options.abandon) return print({ abandoned: await noted('abandon-reindex', await abandon(store)) });
  if (options.dropOld) return print({ dropped: await noted('drop-old-indices', await dropOld(store)) });
  if (where !== undefined) {
    if (from !== 'raw') throw new CannotReindex('--where goes with --from raw', 2);
    const languages = language.length > 0 ? chooseLanguages(language) : [];
    const onProgress = (copied: number, total: number) => showProgress({ phase: 'redo', copied, total });
    const wish = { where, languages, dryRun, maxWaiting: 5000, stopped, onProgress };
    const matches = await redoMatches(store, wish);
    if (!dryRun) await noted('reindex', [where], { matches });
    return print({ matches, sent: dryRun ? 0 : matches });
  }
  if (dryRun) return print({ would: await describe(store, language) });
  const action = from ?? (options.resume ? 'resume' : 'rollback');
  const result = await reindex(store, {
    action,
    languages: language,
    throttle: throttle ?? Number.POSITIVE_INFINITY,
    yields: options.yield,
    slices: options.slices,
    stopped,
    report: showProgress,
  });
  if (result.kind === 'swapped') {
    const serving = await findCurrent(store, chooseLanguages(language));
    await noted('reindex', [...serving.values()], { action, copied: result.copied });
    return print({ ...result });
  }
  process.exitCode = 3;
  print({
    kind: result.kind,
    count: result.differences.length,
    differences: result.differences.slice(0, 1000),
  });
};

/** What a run would copy. */
const describe = async ({ client, names }: CommandStore, wanted: readonly string[]) => {
  const current = await findCurrent({ client, names }, chooseLanguages(wanted));
  const { indices = {} } = await client.indices.stats({
    index: [...current.values()],
    metric: ['docs', 'store'],
  });
  return [...current].map(([language, index]) => ({
    language,
    index,
    documents: indices[index]?.primaries?.docs?.count ?? 0,
    bytes: indices[index]?.primaries?.store?.size_in_bytes ?? 0,
  }));
};

const began = Date.now();
let shown = 0;

/** A line that rewrites itself on a terminal, now and then a line elsewhere. */
const showProgress = ({ phase, copied, total }: Progress): void => {
  const isTerminal = process.stderr.isTTY;
  if (Date.now() - shown < (isTerminal ? 200 : 5000)) return;
  shown = Date.now();
  const rate = (copied * 1000) / Math.max(1, Date.now() - began);
  const left = rate > 0 ? Math.ceil(Math.max(0, total - copied) / rate) : 0;
  const line = `${phase}: ${copied} of about ${total}, ${Math.round(rate)}/s, ${left} s left`;
  process.stderr.write(isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
};
