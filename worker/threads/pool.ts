import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LoggedEdit } from '../../authorities/people/edited.ts';
import type { ReadSource } from '../../chain/decode/source-entries.ts';
import type { Prepared } from '../../chain/prepare-article.ts';
import type { Preparation } from '../../domain/acceptance.ts';
import type { TableBuffers } from '../../domain/shared-tables.ts';
import type { SourceAnswer } from '../sources/read-answer.ts';
import type { FromThread, ThreadData, ToThread } from './messages.ts';
import { cutIntoSlices, type Slice, type Task } from './tasks.ts';

export interface PoolOptions {
  readonly threads: number;
  /** Old-generation heap of one thread. */
  readonly memoryMb: number;
  /** Time limit of one article, and of one source; then its thread is terminated. */
  readonly limitMs?: number;
  /** The same of opening a document such as PDF. */
  readonly openMs?: number;
  readonly onCpu?: (ms: number) => void;
  /** File of the persons' table; default: the shipped persons. */
  readonly peopleTable?: string | null;
  /** Tables that threads of another pool have built. */
  readonly tables?: TableBuffers;
  /** Edits of persons that apply from the beginning. */
  readonly edits?: readonly LoggedEdit[];
}

export interface ThreadPool {
  /** Resolves when every thread has loaded its models, with the tables that other pools may share. */
  readonly ready: Promise<TableBuffers>;
  /** One result per article, in order. Only an article that kills its thread is rejected. */
  readonly prepare: (articles: readonly Preparation[]) => Promise<readonly Prepared[]>;
  /** The entries of a feed or sitemap, or why it cannot be read. */
  readonly readSource: (answer: SourceAnswer) => Promise<ReadSource | string>;
  /** Applies edits of persons to all articles that are prepared from now on. */
  readonly edit: (edits: readonly LoggedEdit[]) => void;
  readonly close: () => Promise<void>;
}

const maxDeathsAtStart = 3;
/** A PDF of 300 pages and a million characters takes one second, on a busy machine some. */
const OPEN_MS = 15_000;
/** Young-generation heap of one thread; V8's default is several times as much, and hardly returns memory. */
const youngMb = 24;

/** A pool of threads that decode, clean and enrich, and read sources. Threads that die are replaced. */
export const createThreadPool = (options: PoolOptions): ThreadPool => {
  const { threads, memoryMb, limitMs = 30_000, openMs = OPEN_MS, peopleTable = null, onCpu } = options;
  let tables: TableBuffers = options.tables ?? new Map();
  const waiting: Task[] = [];
  let edits: readonly LoggedEdit[] = options.edits ?? [];
  let closing = false;
  const seats = Array.from({ length: threads }, () => createSeat());

  function createSeat() {
    let task: Task | null = null;
    let timer: NodeJS.Timeout | undefined;
    let cause = 'crashed';
    let isReady = false;
    let deaths = 0;
    const { promise: ready, resolve: tellReady, reject: giveUp } = Promise.withResolvers<void>();

    let worker = start();

    function start(): Worker {
      const started = new Worker(join(import.meta.dirname, 'thread.ts'), {
        workerData: { tables, peopleTable, edits } satisfies ThreadData,
        resourceLimits: {
          maxOldGenerationSizeMb: memoryMb,
          maxYoungGenerationSizeMb: youngMb,
          stackSizeMb: 4,
        },
      });
      started.on('message', (message: FromThread) => {
        if (message.kind === 'ready') {
          isReady = true;
          tables = message.tables;
          deaths = 0;
          tellReady();
        } else if (message.kind === 'step') startTimer(message.step === 'open' ? openMs : limitMs);
        else take(message);
        next();
      });
      started.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') cause = 'out-of-memory';
        // The thread cannot even load: that is not an article's fault, and retrying forever would hide it.
        if (!isReady && ++deaths >= maxDeathsAtStart) giveUp(error);
      });
      started.on('exit', () => {
        isReady = false;
        const dead = end();
        if (!closing && deaths < maxDeathsAtStart) setTimeout(restart, 20);
        if (dead?.kind === 'articles') void passOver(dead, cause);
        else if (dead) dead.resolve(`${cause}: ${describeEnd(cause)}`);
        cause = 'crashed';
      });
      return started;
    }

    function restart(): void {
      if (!closing) worker = start();
    }

    function take(message: Exclude<FromThread, { kind: 'ready' | 'step' }>): void {
      if (message.kind === 'read') {
        const done = end();
        if (done?.kind === 'source') done.resolve(message.read);
        return;
      }
      onCpu?.(message.cpuMs);
      if (task?.kind !== 'articles') return;
      task.done.push(message.prepared);
      if (task.done.length < task.articles.length) return;
      task.resolve(task.done);
      end();
    }

    function end(): Task | null {
      clearTimeout(timer);
      const done = task;
      task = null;
      return done;
    }

    function startTimer(ms: number): void {
      clearTimeout(timer);
      timer = setTimeout(() => {
        cause = 'too-slow';
        void worker.terminate();
      }, ms);
    }

    function next(): void {
      if (task || !isReady || closing) return;
      const following = waiting.shift();
      if (!following) return;
      task = following;
      startTimer(limitMs);
      worker.postMessage(messageOf(following));
    }

    const close = async (): Promise<void> => {
      clearTimeout(timer);
      await worker.terminate();
    };
    const send = (message: ToThread): void => worker.postMessage(message);
    return { ready, next, send, close };
  }

  const queue = (task: Task): void => {
    waiting.push(task);
    for (const { next } of seats) next();
  };

  const run = (articles: readonly Preparation[]): Promise<readonly Prepared[]> =>
    new Promise((resolve) => queue({ kind: 'articles', articles, done: [], resolve }));

  const describeEnd = (cause: string): string =>
    `the thread that read it ended: ${cause} (limits: ${limitMs} ms, to open a document ${openMs} ms, ${memoryMb} MB)`;

  /**
   * What was done before an article that killed its thread stays done, and what stands behind it is done by others. An
   * article that was not alone is tried alone, except if it was too slow, which only it can have been.
   */
  const passOver = async ({ articles, done, resolve }: Slice, cause: string): Promise<void> => {
    const [suspect, ...others] = articles.slice(done.length);
    const judged: Promise<readonly Prepared[]> | readonly Prepared[] =
      suspect && articles.length > 1 && cause !== 'too-slow'
        ? run([suspect])
        : [{ kind: 'rejected', step: 'prepare', reason: cause, detail: describeEnd(cause) }];
    const rest = await Promise.all([judged, others.length > 0 ? run(others) : []]);
    resolve([...done, ...rest.flat()]);
  };

  return {
    ready: Promise.all(seats.map(({ ready }) => ready)).then(() => tables),
    edit: (added) => {
      edits = [...edits, ...added];
      for (const { send } of seats) send({ kind: 'edits', edits: added });
    },
    readSource: (answer) => new Promise((resolve) => queue({ kind: 'source', answer, resolve })),
    prepare: async (articles) => (await Promise.all(cutIntoSlices(articles).map(run))).flat(),
    close: async () => {
      closing = true;
      await Promise.all(seats.map(({ close }) => close()));
    },
  };
};

const messageOf = (task: Task): ToThread =>
  task.kind === 'articles'
    ? { kind: task.kind, articles: task.articles }
    : { kind: task.kind, answer: task.answer };
