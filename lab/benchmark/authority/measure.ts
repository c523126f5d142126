import { Worker } from 'node:worker_threads';
import { editPeople, type PeopleAuthority } from '../../../authorities/people/index.ts';
import { loadPeopleTable } from '../../../authorities/people/load-table.ts';
import { createSharedTables, type TableBuffers } from '../../../domain/shared-tables.ts';
import { createRandom } from '../../random.ts';

/** Figures of one process with many threads and a table. */
export interface Measured {
  readonly loadMs: number;
  /** Memory of the process: before the table, with it, and with all threads after they looked up names. */
  readonly residentMb: { readonly before: number; readonly loaded: number; readonly threads: number };
  /** Memory of the same number of threads without a table. */
  readonly bareThreadsMb: number;
  readonly looks: Readonly<Record<'name' | 'sound' | 'beginning', Timings>>;
}

export interface Timings {
  readonly aSecond: number;
  /** Processor time of one look-up, which other work on the machine hardly affects. */
  readonly cpuMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const looked = 4000;
const megabyte = 1024 * 1024;
const residentMb = (): number => process.memoryUsage.rss() / megabyte;

/** Loads a table into this process, which has loaded nothing else, and looks persons up. */
export const measure = async (file: string, threads: number): Promise<Measured> => {
  const bare = await measureThreads(threads, null);
  const before = residentMb();
  const began = performance.now();
  const tables = createSharedTables();
  const table = loadPeopleTable(tables, file);
  const loadMs = performance.now() - began;
  const loaded = residentMb();
  const people = editPeople(table, []);
  const random = createRandom(2);
  const names = Array.from({ length: looked }, () => {
    const { names: forms } = table.at(Math.floor(random() * table.size));
    return forms[Math.floor(random() * forms.length)]?.form.replaceAll('*', '').replaceAll('_', ' ') ?? '';
  });
  const looks = {
    name: timeEach(names, (name) => people.findByName(name)),
    sound: timeEach(names.map(misspell), (name) => people.findByName(name)),
    beginning: timeEach(
      names.map((name) => name.slice(0, 1 + Math.floor(random() * 8))),
      (typed) => people.findByBeginning(typed, 200),
    ),
  };
  const inThreads = await measureThreads(threads, { file, tables: tables.made() });
  return {
    loadMs,
    residentMb: { before: bare.before, loaded: loaded - before + bare.before, threads: inThreads.during },
    bareThreadsMb: bare.during - bare.before,
    looks,
  };
};

/** One letter in the middle is changed, so that the name is unknown and matched by sound. */
const misspell = (name: string): string => {
  const letters = [...name];
  const middle = letters.findIndex((letter, at) => at > 1 && /[aeiouаеиоу]/u.test(letter));
  return middle < 0 ? `${name} ${name.slice(0, 1)}` : letters.toSpliced(middle, 1).join('');
};

const timeEach = (inputs: readonly string[], look: (input: string) => unknown): Timings => {
  for (const input of inputs.slice(0, looked / 4)) look(input);
  const cpuBefore = process.cpuUsage();
  const times = inputs.map((input) => {
    const began = performance.now();
    look(input);
    return performance.now() - began;
  });
  const { user, system } = process.cpuUsage(cpuBefore);
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return {
    aSecond: 1000 / (times.reduce((sum, time) => sum + time, 0) / times.length),
    cpuMs: (user + system) / 1000 / times.length,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  };
};

interface SharedTable {
  readonly file: string;
  readonly tables: TableBuffers;
}

/** Memory of the process before it starts threads, and while all threads have the authority open. */
const measureThreads = async (
  count: number,
  shared: SharedTable | null,
): Promise<{ before: number; during: number }> => {
  const before = residentMb();
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./look-up.ts', import.meta.url), { workerData: shared }),
  );
  await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('message', resolve))));
  const during = residentMb();
  await Promise.all(workers.map((worker) => worker.terminate()));
  return { before, during };
};

/** What a thread does with the table that the first one made. */
export const lookUpInThread = ({ file, tables }: SharedTable): PeopleAuthority => {
  const people = editPeople(loadPeopleTable(createSharedTables(tables), file), []);
  for (let ordinal = 0; ordinal < 2000; ordinal += 1) people.findByName(`Name ${ordinal}`);
  return people;
};
