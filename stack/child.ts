import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Exit, LaunchFailed, type Server } from './server.ts';
import { type Readiness, waitUntilReady } from './wait-until-ready.ts';

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Contains `console.log` and the pid file. */
  readonly folder: string;
  readonly url: string;
  readonly origin: string;
  /** The user to run as, if it is not the current one. */
  readonly uid?: number;
  /** Seconds without progress before the start is given up; default 180. */
  readonly patienceSeconds?: number | undefined;
  readonly look: () => Promise<Readiness>;
  readonly log: (line: string) => void;
}

const usualPatienceSeconds = 180;
const stopSeconds = 30;

/**
 * Starts a server in a process group of its own, so that a terminal's Ctrl-C does not reach it before its clients
 * are closed, and waits until it is ready.
 *
 * @throws {LaunchFailed} when it ends before that, or makes no more progress; with the end of its output
 */
export const launchProgram = async (program: Program): Promise<Server> => {
  endLeftover(program);
  const { pid, exited } = start(program);
  writeFileSync(pidFile(program), String(pid));
  const kill = (): void => signalGroup(pid, 'SIGKILL');
  process.once('exit', kill);
  let running = true;
  void exited.then(() => {
    running = false;
    process.removeListener('exit', kill);
    rmSync(pidFile(program), { force: true });
  });
  const stop = async (): Promise<void> => {
    if (!running) return;
    signalGroup(pid, 'SIGTERM');
    await Promise.race([exited, wait(stopSeconds * 1000, undefined, { ref: false })]);
    if (running) kill();
    await exited;
  };
  const { origin, patienceSeconds = usualPatienceSeconds, look, log } = program;
  const logged = (): number => statSync(consoleLog(program)).size;
  const wrong = await waitUntilReady({
    name: origin,
    patienceSeconds,
    look,
    log,
    logged,
    isRunning: () => running,
  });
  if (wrong !== null) {
    await stop();
    throw new LaunchFailed(`${wrong}\n${lastLines(program)}`);
  }
  return { url: program.url, pid, origin: program.origin, launched: true, exited, stop, kill };
};

const start = (program: Program): { pid: number; exited: Promise<Exit> } => {
  const output = openSync(consoleLog(program), 'w');
  const child = spawn(program.command, program.args, {
    cwd: program.folder,
    env: program.env,
    stdio: ['ignore', output, output],
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32' && program.command.endsWith('.bat'),
    ...(program.uid === undefined ? {} : { uid: program.uid, gid: program.uid }),
  });
  closeSync(output);
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', () => resolve({ code: 127, signal: null }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  if (child.pid === undefined) throw new LaunchFailed(`${program.command} could not be started.`);
  return { pid: child.pid, exited };
};

/** A server that survived the SIGKILL of its parent still locks the data folder: stop it if it is ours. */
const endLeftover = (program: Program): void => {
  const file = pidFile(program);
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8'));
  if (Number.isInteger(pid) && pid > 1 && commandLine(pid).includes(program.folder)) {
    signalGroup(pid, 'SIGKILL');
  }
  rmSync(file, { force: true });
};

/** Empty if the process is gone or the platform cannot tell. */
const commandLine = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') + readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
};

const signalGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // Already gone.
  }
};

const pidFile = (program: Program): string => join(program.folder, 'server.pid');
const consoleLog = (program: Program): string => join(program.folder, 'console.log');

const lastLines = (program: Program): string =>
  readFileSync(consoleLog(program), 'utf8').split('\n').slice(-25).join('\n').trim();
