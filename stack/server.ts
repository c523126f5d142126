/** A running server: launched here, or found at its address. */
export interface Server {
  readonly url: string;
  /** 0 if it was not launched here. */
  readonly pid: number;
  /** Where the program came from, in words: `Maven assembly`, `ES_HOME`, `redis-server on PATH` … */
  readonly origin: string;
  /** Whether this process launched it; then `stop` ends it. */
  readonly launched: boolean;
  /** Settles when the program ends, however it ends; never for a server that we did not launch. */
  readonly exited: Promise<Exit>;
  /** Asks the server to stop and kills it after 30 s. May be called again. Does nothing if it was not launched here. */
  readonly stop: () => Promise<void>;
  /** SIGKILL to the program and its children, as a power cut would. */
  readonly kill: () => void;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface LaunchOptions {
  /** Created if missing; contains data, configuration and logs of this server. */
  readonly dataDir: string;
  /** Default: a free port. */
  readonly port?: number;
  /** Progress, one line at a time. */
  readonly log?: (line: string) => void;
  /** Elasticsearch only: MiB of heap. Default `DATELINE_ES_HEAP_MB`, else 1024. */
  readonly heapMb?: number;
  /** Seconds without progress before the start is given up; default 180. */
  readonly patienceSeconds?: number;
  /** Elasticsearch only: lines of `elasticsearch.yml`, beside or in place of ours. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  /**
   * The assembled Elasticsearch only: how often new indices report that a deletion is needed no longer, in seconds.
   * Default 30, as in every Elasticsearch; a purge waits for it.
   */
  readonly leaseSeconds?: number;
  /** Default `process.env`. */
  readonly env?: NodeJS.ProcessEnv;
}

/** A server could not be started. The message says what is missing and how to get it. */
export class LaunchFailed extends Error {
  override readonly name = 'LaunchFailed';
}

/** A server that was not launched here. */
export const foundServer = (url: string, origin: string): Server => ({
  url,
  pid: 0,
  origin,
  launched: false,
  exited: new Promise(() => {}),
  stop: async () => {},
  kill: () => {},
});
