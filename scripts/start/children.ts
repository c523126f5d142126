import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';

export interface RunningChild {
  readonly name: string;
  /** Resolves when the child reports that it is ready; rejects if it exits before. */
  readonly ready: Promise<void>;
  /** Resolves with a description of how it ended. */
  readonly exited: Promise<string>;
  readonly stop: () => Promise<void>;
}

/**
 * Size of V8's young generation, in MB; a process uses up to three times that. A small size saves memory, which a
 * process seldom returns. A worker needs a larger one, because it keeps whole batches for seconds and a small
 * generation would copy them repeatedly.
 */
const newObjectsMb = { api: 8, worker: 16 } as const;
export type ProcessName = keyof typeof newObjectsMb;
export const nodeOptionsOf = (name: ProcessName): readonly string[] => [
  '--disable-warning=ExperimentalWarning',
  `--max-semi-space-size=${newObjectsMb[name]}`,
];
/** glibc gives each thread its own memory pools and rarely frees them; two are enough. Ignored on other systems. */
export const leanMemory = { MALLOC_ARENA_MAX: '2' } as const;

/** How long an orderly shutdown may take before the process is killed. */
const patienceMs = 30_000;

/**
 * Runs one of our processes, its log in `<logs>/<name>.log`. In a separate process group, so that the terminal's
 * Ctrl-C reaches only the parent, which stops everything in order.
 */
export const startChild = (
  name: ProcessName,
  entry: string,
  env: NodeJS.ProcessEnv,
  logs: string,
): RunningChild => {
  const child = spawn(process.execPath, [...nodeOptionsOf(name), entry], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: { ...process.env, ...leanMemory, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  const file = createWriteStream(join(logs, `${name}.log`), { flags: 'a' });
  const lastWords: string[] = [];
  child.stdout?.pipe(file, { end: false });
  child.stderr?.on('data', (chunk: Buffer) => {
    file.write(chunk);
    lastWords.push(chunk.toString());
    if (lastWords.length > 5) lastWords.shift();
  });
  const exited = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) =>
      resolve([signal ?? `exit code ${code}`, lastWords.join('').trim()].filter(Boolean).join(': ')),
    );
  });
  return { name, exited, ready: readiness(name, child, exited), stop: () => stopInOrder(child, exited) };
};

const readiness = (name: string, child: ChildProcess, exited: Promise<string>): Promise<void> => {
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message) => {
      if (message === 'ready') resolve();
    });
    void exited.then((how) => reject(new Error(`${name} ended before it was ready: ${how}`)));
  });
  ready.catch(() => {});
  return ready;
};

const stopInOrder = async (child: ChildProcess, exited: Promise<string>): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await exited;
  clearTimeout(timer);
};
