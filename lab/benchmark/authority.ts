import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePeopleTable } from '../../authorities/people/table/write-table.ts';
import { inventPeople } from './authority/invented-people.ts';
import type { Measured } from './authority/measure.ts';
import type { Benchmark } from './task.ts';

const people = Number(process.env.DATELINE_BENCHMARK_PEOPLE ?? 1_000_000);
const threads = 4;

/** A table of a million invented persons, read by a separate process that shares it among its threads. */
export const authority: Benchmark = {
  name: 'authority',
  summary:
    'a million persons: time to load, memory of a process and a thread, look-ups, beginnings typed in the box',
  async *run({ log, signal }) {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-benchmark-'));
    try {
      const file = join(folder, 'people.table');
      const row = (metric: string, value: number) => ({ task: 'authority', set: `${people}`, metric, value });
      const began = performance.now();
      const bytes = writePeopleTable(inventPeople(people));
      yield row('build-seconds', (performance.now() - began) / 1000);
      yield row('table-megabytes', bytes.length / 1024 / 1024);
      writeFileSync(file, bytes);
      log(`looking up in a process with ${threads} threads …`);
      const { loadMs, residentMb, bareThreadsMb, looks } = await measureAside(file, signal);
      yield row('load-ms', loadMs);
      yield row('process-megabytes', residentMb.loaded - residentMb.before);
      yield row('thread-megabytes', (residentMb.threads - residentMb.loaded - bareThreadsMb) / threads);
      for (const [kind, { aSecond, cpuMs, p50Ms, p99Ms }] of Object.entries(looks)) {
        yield row(`${kind}-rate`, aSecond);
        yield row(`${kind}-cpu-ms`, cpuMs);
        yield row(`${kind}-p50-ms`, p50Ms);
        yield row(`${kind}-p99-ms`, p99Ms);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const measureAside = async (file: string, signal: AbortSignal): Promise<Measured> => {
  const child = fork(join(import.meta.dirname, 'authority/child.ts'), [file, String(threads)], { signal });
  const [measured]: Measured[] = await once(child, 'message', { signal });
  if (!measured) throw new Error('the process that looks up told nothing');
  return measured;
};
