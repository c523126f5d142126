/** A server that is up: launched by us, or only found at its address. */
export interface Server {
  readonly url: string;
  /** 0 where it was not launched by us. */
  readonly pid: number;
  /** Where the program came from, in words: `Maven assembly`, `ES_HOME`, `redis-server on PATH` … */
  readonly origin: string;
  /** Whether this process launched it: its data are ours, and `stop` ends it. */
  readonly launched: boolean;
  /** Settles when the program ends, however it ends; never for a server that we did not launch. */
  readonly exited: Promise<Exit>;
  /** Orderly: asks, waits, and after 30 s kills. Twice is once. Nothing for a server that we did not launch. */
  readonly stop: () => Promise<void>;
  /** SIGKILL to the program and its children, as a power cut would. */
  readonly kill: () => void;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface LaunchOptions {
  /** Made if absent; data, configuration and logs of this one server go below it. */
  readonly dataDir: string;
  /** A free one is taken where absent. */
  readonly port?: number;
  /** Progress, one line at a time. */
  readonly log?: (line: string) => void;
  /** Elasticsearch only: MiB of heap. Default `DATELINE_ES_HEAP_MB`, else 1024. */
  readonly heapMb?: number;
  /** How long its start may stand still before it is given up; default 180. */
  readonly patienceSeconds?: number;
  /** Elasticsearch only: lines of `elasticsearch.yml`, beside or in place of ours. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  /** Default `process.env`. */
  readonly env?: NodeJS.ProcessEnv;
}

/** A server could not be brought up; the message says what is missing and every way to get it. */
export class LaunchFailed extends Error {
  override readonly name = 'LaunchFailed';
}

/** A server that somebody else runs. */
export const foundServer = (url: string, origin: string): Server => ({
  url,
  pid: 0,
  origin,
  launched: false,
  exited: new Promise(() => {}),
  stop: async () => {},
  kill: () => {},
});
