import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { InvalidConfig, readConfig } from '../platform/config.ts';
import { isRange } from '../platform/outgoing/addresses.ts';
import { createFetcher, type Fetcher } from '../platform/outgoing/fetch-whole.ts';
import { describeError } from './describe-error.ts';
import { onlyAt, openFailureFile, readFailureFile } from './ingest/failure-file.ts';
import { findFiles, knownEndings, NothingToRead } from './ingest/files.ts';
import { openProgress } from './ingest/progress.ts';
import { ingestSources } from './ingest/run.ts';
import type { Source } from './ingest/source.ts';
import type { Tally } from './ingest/tally.ts';
import { isUrl, mostBytesOfType, urlSource } from './ingest/urls.ts';
import { watchFolder } from './ingest/watch.ts';
import { printLine } from './print-line.ts';
import { printable } from './printable.ts';
import { stoppedBySignals } from './stopped-by-signals.ts';

interface Options {
  readonly namespace?: string;
  readonly maxWaiting: number;
  readonly state: string;
  readonly allow: readonly string[];
  readonly json?: boolean;
  readonly failures?: string;
  readonly retry?: string;
  readonly watch?: string;
  readonly every: number;
}

/** `npm run dateline -- ingest` */
export const ingestCommand = new Command('ingest')
  .description(`import files, folders and globs (${knownEndings}) and URLs`)
  .argument('[sources...]', 'files, folders, globs, http and https URLs')
  .option(
    '--namespace <name>',
    'prefix for ids that come from a source (default: the file’s or host’s name; "" for none)',
  )
  .option('--max-waiting <number>', 'articles that may wait for the workers', readCount, 20_000)
  .option(
    '--state <file>',
    'file that stores progress, so that an interrupted import can continue',
    '.dateline/ingest.json',
  )
  .option('--allow <ranges...>', 'addresses or ranges that may be contacted although they are not public', [])
  .option('--failures <file>', 'write rejected and failed articles to this file, one per line')
  .option('--retry <file>', 'import only the articles in such a file again')
  .option('--watch <folder>', 'import files as they are delivered there, then move them to done/ or failed/')
  .option('--every <ms>', 'how often to list that folder', readCount, 2000)
  .option('--json', 'the result as one line of JSON')
  .addHelpText(
    'after',
    '\nExit: 0 everything was accepted and indexed, 1 an article was rejected or failed (each is listed) or the store is\n' +
      'unavailable, 2 wrong call or configuration, 130 stopped (the same call continues from there).',
  )
  .action(async (given: string[], options: Options) => {
    const stopped = stoppedBySignals();
    if (options.watch !== undefined) return watch(options.watch, given, options, stopped);
    const fetcher = createFetcher({ mostBytes: mostBytesOfType, allowed: options.allow });
    try {
      const tally = await ingestSources({
        config: readConfig(),
        sources: await findWanted(given, fetcher, options),
        isRetry: options.retry !== undefined,
        // Read first, because the same file may be overwritten.
        ...(options.failures === undefined ? {} : { failures: openFailureFile(options.failures) }),
        progress: openProgress(options.state),
        maxWaiting: options.maxWaiting,
        onProgress: showProgress(),
        stopped,
      });
      report(tally, options.json ?? false);
      if (stopped.aborted) process.stderr.write('stopped; the same call continues from there\n');
      const finished = tally.failed > 0 ? 1 : 0;
      process.exitCode = stopped.aborted ? 130 : finished;
    } catch (error) {
      process.stderr.write(`\ningest: ${describeError(error)}\n`);
      process.exitCode = error instanceof InvalidConfig || error instanceof NothingToRead ? 2 : 1;
    } finally {
      await fetcher.close();
    }
  });

const watch = async (
  folder: string,
  given: readonly string[],
  { namespace, maxWaiting, every }: Options,
  stopped: AbortSignal,
): Promise<void> => {
  try {
    if (given.length > 0) throw new NothingToRead('--watch takes no other sources');
    process.stderr.write(`watching ${folder}; Ctrl-C ends it\n`);
    await watchFolder({
      config: readConfig(),
      folder: resolve(folder),
      namespace,
      maxWaiting,
      everyMs: every,
      onDone: (file, failures) => {
        const what =
          failures.length === 0
            ? 'done'
            : `failed   ${failures.length}: ${firstLine(failures[0]?.detail ?? '')}`;
        process.stdout.write(`${printable(file)}  ${what}\n`);
      },
      onProgress: () => {},
      onError: (error) => process.stderr.write(`ingest: ${describeError(error)}; tried again\n`),
      stopped,
    });
  } catch (error) {
    process.stderr.write(`ingest: ${describeError(error)}\n`);
    process.exitCode = error instanceof InvalidConfig || error instanceof NothingToRead ? 2 : 1;
  }
};

const findWanted = async (
  given: readonly string[],
  fetcher: Fetcher,
  options: Options,
): Promise<readonly Source[]> => {
  if (options.retry === undefined) {
    if (given.length === 0) throw new NothingToRead('name a file, a folder or an address');
    return findSources(given, fetcher, options);
  }
  const places = readFailureFile(options.retry);
  const sources = await findSources([...places.keys()], fetcher, options);
  return sources.map((source) => onlyAt(source, places.get(source.path)));
};

const findSources = async (
  given: readonly string[],
  fetcher: Fetcher,
  { namespace, allow }: Options,
): Promise<readonly Source[]> => {
  const foreign = given.find((one) => /^[a-z][a-z0-9+.-]*:\/\//i.test(one) && !isUrl(one));
  if (foreign !== undefined) throw new NothingToRead(`${foreign}: only http and https addresses are read`);
  const unknown = allow.find((range) => !isRange(range));
  if (unknown !== undefined) throw new NothingToRead(`--allow: ${unknown} is neither an address nor a range`);
  const files = await findFiles(
    given.filter((one) => !isUrl(one)),
    namespace,
  );
  return [...files, ...given.filter(isUrl).map((url) => urlSource(url, fetcher, namespace))];
};

function readCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a whole number above 0 is expected');
}

/** One updating line on a terminal, occasional lines elsewhere. */
const showProgress = () => {
  const began = Date.now();
  let shown = 0;
  return ({ read, waiting }: Tally, file: { path: string } | null): void => {
    const isTerminal = process.stderr.isTTY;
    if (Date.now() - shown < (isTerminal ? 200 : 5000)) return;
    shown = Date.now();
    const rate = Math.round((read * 1000) / Math.max(1, Date.now() - began));
    const where = file ? ` ${printable(file.path.slice(-50))}` : '';
    const line = `${read} read, ${rate}/s, ${waiting} waiting${where}`;
    process.stderr.write(isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
  };
};

const report = (tally: Tally, json: boolean): void => {
  const { read, accepted, withdrawn, unchanged, stale, purged, failed, rejected, waiting, failures } = tally;
  const indexed = Math.max(0, accepted - rejected - waiting);
  const passed = Object.fromEntries(tally.passed);
  const rows = { read, indexed, withdrawn, unchanged, stale, purged, failed, waiting };
  if (json) {
    printLine({ ...rows, passed, failures });
    return;
  }
  process.stderr.write('\n');
  for (const [name, value] of Object.entries(rows)) {
    process.stdout.write(`${name.padEnd(10)} ${String(value).padStart(10)}\n`);
  }
  for (const [what, count] of tally.passed)
    process.stdout.write(`passed     ${String(count).padStart(10)}  ${printable(what)}\n`);
  for (const { file, place, id, reason, detail } of failures) {
    const where = file === null ? (id ?? '') : `${file}:${place ?? ''}`;
    process.stdout.write(`failed   ${printable(where)}  ${printable(reason)}: ${firstLine(detail)}\n`);
  }
};

const firstLine = (detail: string): string => printable((detail.split('\n')[0] ?? '').slice(0, 200));
