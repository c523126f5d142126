import { execFileSync } from 'node:child_process';

/** Resident megabytes (2^20 bytes) of a process, as the system counts them: memory that threads share once. */
export const residentMb = (pid: number | undefined): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1024;
