import { Command } from 'commander';
import { InvalidConfig, readConfig } from '../platform/config.ts';
import { findFiles } from './ingest/files.ts';
import { openProgress } from './ingest/progress.ts';
import { ingestFiles, type Tally } from './ingest/run.ts';

interface Options {
  readonly namespace?: string;
  readonly maxWaiting: string;
  readonly state: string;
  readonly json?: boolean;
}

/** `npm run dateline -- ingest`: exit 0 all taken, 1 some failed, 2 wrong call, 130 stopped. */
export const ingestCommand = new Command('ingest')
  .description(
    'take in files, folders and globs: .txt .html .json .ndjson .warc .rss .atom .xml, each also .gz',
  )
  .argument('<paths...>', 'files, folders, globs')
  .option('--namespace <name>', 'goes before ids read from files (default: the file’s name; "" for none)')
  .option('--max-waiting <number>', 'articles that may wait for the workers', '20000')
  .option('--state <file>', 'where progress is kept, to go on after a break', '.dateline/ingest.json')
  .option('--json', 'the result as one line of JSON')
  .action(async (paths: string[], options: Options) => {
    const stopping = new AbortController();
    const stop = (): void => stopping.abort();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    try {
      const tally = await ingestFiles({
        config: readConfig(),
        files: await findFiles(paths, options.namespace),
        progress: openProgress(options.state),
        maxWaiting: Number(options.maxWaiting) || 20_000,
        onProgress: showProgress(),
        stopped: stopping.signal,
      });
      report(tally, options.json ?? false);
      process.exitCode = stopping.signal.aborted ? 130 : tally.refusals + tally.failed > 0 ? 1 : 0;
    } catch (error) {
      process.stderr.write(`\ningest: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = error instanceof InvalidConfig ? 2 : 1;
    }
  });

/** A line that rewrites itself on a terminal, now and then a line elsewhere. */
const showProgress = () => {
  const began = Date.now();
  let shown = 0;
  return ({ read, waiting }: Tally, file: { path: string } | null): void => {
    const isTerminal = process.stderr.isTTY;
    if (Date.now() - shown < (isTerminal ? 200 : 5000)) return;
    shown = Date.now();
    const rate = Math.round((read * 1000) / Math.max(1, Date.now() - began));
    const where = file ? ` ${file.path.slice(-50)}` : '';
    const line = `${read} read, ${rate}/s, ${waiting} waiting${where}`;
    process.stderr.write(isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
  };
};

const report = (tally: Tally, json: boolean): void => {
  const { read, accepted, unchanged, stale, refusals, failed, waiting } = tally;
  const indexed = Math.max(0, accepted - failed - waiting);
  if (json) {
    const { refused, failures } = tally;
    const sums = { read, indexed, unchanged, stale, failed: failed + refusals, waiting };
    process.stdout.write(`${JSON.stringify({ ...sums, refused, failures })}\n`);
    return;
  }
  const rows = { read, indexed, unchanged, stale, failed: failed + refusals, waiting };
  process.stderr.write('\n');
  for (const [name, value] of Object.entries(rows)) {
    process.stdout.write(`${name.padEnd(10)} ${String(value).padStart(10)}\n`);
  }
  for (const { file, place, detail } of tally.refused)
    process.stdout.write(`refused  ${file}:${place}  ${detail}\n`);
  for (const { id, reason, detail } of tally.failures) {
    process.stdout.write(`failed   ${id}  ${reason}: ${(detail ?? '').split('\n')[0]?.slice(0, 200)}\n`);
  }
};
