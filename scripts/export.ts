import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, truncateSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { z } from 'zod';
import { splitLines } from '../platform/lines.ts';
import { WrongCall } from './describe-error.ts';

const ending = z.object({ end: z.object({ count: z.number(), sha256: z.string() }) });
const marking = z.object({ page: z.object({ cursor: z.string(), bytes: z.number() }) });

interface ExportOptions {
  readonly url: string;
  readonly query: string;
  readonly key?: string;
  readonly resume?: string;
  readonly json?: true;
}

/** `npm run dateline -- export <file>`: writes every match as NDJSON and checks it against its hash. */
export const exportCommand = new Command('export')
  .description('write every result of a search to a file')
  .argument('<file>', 'NDJSON file to write')
  .option('--url <url>', 'address of the API', 'http://127.0.0.1:3000')
  .option('--query <parameters>', 'as in a URL: "q=peace&agency=xinhua"', '')
  .option('--key <secret>', 'a read key, needed for more than 10,000 articles')
  .option('--resume <token>', 'resume an interrupted export, with the token that it printed')
  .option('--json', 'the result as one line of JSON')
  .addHelpText(
    'after',
    '\nExit: 0 complete and checked, 1 interrupted or damaged (continue with --resume), 2 wrong call.',
  )
  .action(async (file: string, options: ExportOptions) => {
    const address = addressOf(options.url);
    address.search = options.resume ? await resumeAt(file, options.resume) : options.query;
    const response = await ask(address, options.key);
    if (!response.body) throw new Error('the answer has no content');
    const token = response.headers.get('export-token');
    process.stderr.write(`Export ${token}\n`);
    await pipeline(
      Readable.fromWeb(response.body),
      createWriteStream(file, { flags: options.resume ? 'a' : 'w' }),
    );
    const { count, sha256 } = await verify(file);
    if (options.json) process.stdout.write(`${JSON.stringify({ file, token, count, sha256 })}\n`);
    else process.stderr.write(`${count} articles, complete, SHA-256 ${sha256}\n`);
  });

const addressOf = (url: string): URL => {
  if (!/^https?:/.test(url) || !URL.canParse(url))
    throw new WrongCall(`--url ${url}: not an http or https address`);
  return new URL('/v1/export', url);
};

/** @throws {WrongCall} if the API says that the call is wrong */
const ask = async (address: URL, key: string | undefined): Promise<Response> => {
  const asking = fetch(address, { headers: key ? { 'api-key': key } : {} });
  const response = await asking.catch(({ cause }: { readonly cause?: unknown }) => {
    throw new Error(
      `${address.origin} does not answer: ${cause instanceof Error ? cause.message : 'no route'}`,
    );
  });
  if (response.ok) return response;
  const told = `${response.status}: ${await response.text()}`;
  throw response.status === 400 || response.status === 401 ? new WrongCall(told) : new Error(told);
};

/** Truncates the file at its last checkpoint and returns where to continue. */
const resumeAt = async (file: string, token: string): Promise<string> => {
  if (!existsSync(file)) throw new Error(`${file} does not exist, so it cannot be resumed`);
  let last: { cursor: string; bytes: number } | null = null;
  for await (const line of linesOf(file)) {
    const mark = marking.safeParse(parse(line));
    if (mark.success) last = mark.data.page;
  }
  if (!last) throw new Error(`${file} has no checkpoint: start again`);
  truncateSync(file, last.bytes);
  return new URLSearchParams({ token, cursor: last.cursor }).toString();
};

const verify = async (file: string): Promise<{ readonly count: number; readonly sha256: string }> => {
  const hash = createHash('sha256');
  let count = 0;
  for await (const line of linesOf(file)) {
    const record = parse(line);
    const end = ending.safeParse(record);
    if (end.success) {
      const { sha256, count: stated } = end.data.end;
      if (hash.digest('hex') !== sha256 || stated !== count) throw new Error(`${file} is damaged`);
      return { count, sha256 };
    }
    if (!marking.safeParse(record).success) count += 1;
    hash.update(line).update('\n');
  }
  throw new Error(`${file} is not complete; continue with --resume`);
};

/** Splits at line feeds only, because JSON strings may contain other line separators (U+2028). */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  for await (const { bytes, number } of splitLines(createReadStream(file), LONGEST_LINE)) {
    if (bytes === null) throw new Error(`${file}, line ${number}: longer than any article`);
    yield bytes;
  }
}

const LONGEST_LINE = 256 * 1024 * 1024;

const parse = (line: Buffer): unknown => {
  try {
    return JSON.parse(line.toString());
  } catch {
    return null;
  }
};
