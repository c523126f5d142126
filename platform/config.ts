import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { findMailFaults, type MailConfig, readMailFrom } from './mail/config.ts';
import { mistyped } from './mistyped.ts';
import { isRange } from './outgoing/addresses.ts';

/** All settings from the environment, read once at start. */
export interface Config {
  readonly prefix: string;
  readonly logLevel: z.infer<typeof levels>;
  /** Whether the API logs a line for every request. */
  readonly accessLog: boolean;
  readonly elasticsearch: {
    readonly urls: readonly string[];
    readonly apiKey: string | undefined;
    readonly username: string | undefined;
    readonly password: string | undefined;
    /** Path of a PEM file for a private certificate authority. */
    readonly caFile: string | undefined;
  };
  readonly redis: { readonly url: string };
  readonly api: {
    readonly host: string;
    /** 0 chooses a free port. */
    readonly port: number;
    /** Number of trusted proxies, for `X-Forwarded-For`. */
    readonly trustedProxies: number;
    /** `https://host` under which readers reach the service, or empty: links are relative then. */
    readonly publicUrl: string;
    /** A key with all scopes for development; absent in production. */
    readonly developmentKey: string | undefined;
    /** How long requests are still accepted after the process was asked to end, in milliseconds. */
    readonly drainMs: number;
    /** Concurrent searches in Elasticsearch per process; 0 for as many as its processors can do. */
    readonly searchesInFlight: number;
  };
  readonly worker: {
    /** Threads for cleaning and enrichment of imports; live articles have one more. */
    readonly threads: number;
    readonly threadMemoryMb: number;
    /** How long a dead worker's jobs wait until another takes them, in milliseconds. */
    readonly lockMs: number;
    /** Port of the worker's `/metrics` and `/health`; 0 for none. */
    readonly metricsPort: number;
  };
  /** The operator of this installation, for the pages; empty if not given. */
  readonly operator: Operator;
  readonly people: {
    /** A table that `people build` wrote, instead of the shipped persons; null for none. */
    readonly table: string | null;
  };
  /** After this many days, addresses in the audit are shortened to their network. */
  readonly audit: { readonly addressDays: number };
  readonly alerts: {
    /** How often saved searches run, in milliseconds. */
    readonly everyMs: number;
    /** The first pause after a webhook that failed, in milliseconds; later ones are multiples of it. */
    readonly retryMs: number;
  };
  readonly sources: {
    /** How often the worker searches for due sources, in milliseconds. */
    readonly everyMs: number;
    /** The shortest interval at which one source is polled, in milliseconds. */
    readonly leastMs: number;
    /** The least time between two requests to one host, in milliseconds. */
    readonly delayMs: number;
  };
  /** Null: no e-mail is sent, and the pages offer none. */
  readonly mail: MailConfig | null;
  /** Folder outside the cluster for purges and revocations, used by restores; null for none. */
  readonly purgeLog: string | null;
  /** Addresses and ranges that webhooks and sources may call although they are not public, any port. */
  readonly allowedTargets: readonly string[];
  readonly indices: { readonly shards: number; readonly replicas: number };
}

/** Printed on the about page. */
export interface Operator {
  readonly name: string;
  /** May contain line breaks. */
  readonly address: string;
  /** An e-mail address or the address of a page. */
  readonly contact: string;
}

/** All errors of the environment at once, one per line. */
export class InvalidConfig extends Error {
  override readonly name = 'InvalidConfig';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`the environment does not fit:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** @throws {InvalidConfig} with every invalid variable */
export const readConfig = (environment: NodeJS.ProcessEnv = process.env): Config => {
  // In a shell or Compose, an empty variable means "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  const faults = (parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  faults.push(...mistyped(Object.keys(given), variableNames));
  if (parsed.success) faults.push(...findMailFaults(parsed.data));
  if (!parsed.success || faults.length > 0) throw new InvalidConfig(faults);
  return shape(parsed.data);
};

const count = (fallback: number, { min = 0, max = 65_535 } = {}) =>
  z.coerce.number().int().min(min).max(max).default(fallback);
const levels = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);
const address = (protocol: RegExp, what: string) =>
  z.string().refine((url) => URL.canParse(url) && protocol.test(url), `must be ${what}`);

const variables = z.object({
  DATELINE_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,40}$/, 'must be lower-case letters, digits, - and _, at most 41')
    // `dateline-articles-*` of an installation `dateline` would match the indices of `dateline-articles`.
    .refine((prefix) => !/-articles(?:-|$)/.test(prefix), 'must not contain -articles')
    .default('dateline'),
  DATELINE_LOG_LEVEL: levels.default('info'),
  DATELINE_ACCESS_LOG: z
    .enum(['true', 'false'])
    .default('true')
    .transform((written) => written === 'true'),
  ELASTICSEARCH_URL: z
    .string()
    .default('http://127.0.0.1:9200')
    .transform((list) => list.split(',').map((url) => url.trim()))
    .pipe(z.array(address(/^https?:/, 'http or https URLs, separated by commas')).min(1)),
  ELASTICSEARCH_API_KEY: z.string().optional(),
  ELASTICSEARCH_USERNAME: z.string().optional(),
  ELASTICSEARCH_PASSWORD: z.string().optional(),
  ELASTICSEARCH_CA_FILE: z.string().optional(),
  REDIS_URL: address(/^rediss?:/, 'a redis or rediss URL').default('redis://127.0.0.1:6379'),
  DATELINE_HOST: z.string().default('127.0.0.1'),
  DATELINE_PORT: count(3000),
  DATELINE_TRUSTED_PROXIES: count(0, { max: 10 }),
  DATELINE_PUBLIC_URL: address(/^https?:\/\/[^/?#@]+\/?$/, 'http or https and a host, without a path')
    .transform((url) => new URL(url).origin)
    .default(''),
  DATELINE_OPERATOR: z.string().max(200).default(''),
  DATELINE_OPERATOR_ADDRESS: z.string().max(1000).default(''),
  DATELINE_CONTACT: z
    .string()
    .max(300)
    .regex(/^(https?:\/\/\S+|[^\s@:/]+@[^\s@:/]+)?$/, 'must be an e-mail address, or an http or https URL')
    .default(''),
  DATELINE_KEY: z.string().min(16, 'must have at least 16 characters').max(200).optional(),
  DATELINE_DRAIN_MS: count(2000, { max: 60_000 }),
  DATELINE_SEARCHES_IN_FLIGHT: count(0, { max: 10_000 }),
  DATELINE_WORKER_THREADS: count(availableParallelism(), { min: 1, max: 64 }),
  DATELINE_THREAD_MEMORY_MB: count(512, { min: 128, max: 8192 }),
  DATELINE_LOCK_MS: count(20_000, { min: 1000, max: 600_000 }),
  DATELINE_WORKER_METRICS_PORT: count(0),
  DATELINE_PEOPLE_TABLE: z.string().optional(),
  DATELINE_PURGE_LOG: z.string().optional(),
  DATELINE_AUDIT_ADDRESS_DAYS: count(30, { min: 1, max: 3650 }),
  DATELINE_ALERTS_EVERY_MS: count(60_000, { min: 100, max: 3_600_000 }),
  DATELINE_WEBHOOK_RETRY_MS: count(15_000, { min: 100, max: 3_600_000 }),
  // The message never repeats the URL: it contains a password.
  DATELINE_SMTP_URL: address(/^smtps?:\/\/[^/]/, 'an smtp or smtps URL').optional(),
  DATELINE_MAIL_FROM: z
    .string()
    .refine(
      (written) => readMailFrom(written) !== null,
      'must be an e-mail address, or a name and an address in angle brackets',
    )
    .optional(),
  DATELINE_SOURCES_EVERY_MS: count(5000, { min: 100, max: 3_600_000 }),
  DATELINE_SOURCES_LEAST_MS: count(120_000, { min: 100, max: 86_400_000 }),
  DATELINE_SOURCES_DELAY_MS: count(1000, { max: 600_000 }),
  DATELINE_ALLOWED_TARGETS: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((range) => range.trim() || []))
    .refine(
      (list) => list.every(isRange),
      'must be addresses or ranges such as 10.1.0.0/16, separated by commas',
    ),
  DATELINE_SHARDS: count(1, { min: 1, max: 64 }),
  DATELINE_REPLICAS: count(0, { max: 8 }),
});

/** All variables, to check documents and deployments against. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

const shape = (given: z.infer<typeof variables>): Config => ({
  prefix: given.DATELINE_PREFIX,
  logLevel: given.DATELINE_LOG_LEVEL,
  accessLog: given.DATELINE_ACCESS_LOG,
  elasticsearch: {
    urls: given.ELASTICSEARCH_URL,
    apiKey: given.ELASTICSEARCH_API_KEY,
    username: given.ELASTICSEARCH_USERNAME,
    password: given.ELASTICSEARCH_PASSWORD,
    caFile: given.ELASTICSEARCH_CA_FILE,
  },
  redis: { url: given.REDIS_URL },
  api: {
    host: given.DATELINE_HOST,
    port: given.DATELINE_PORT,
    trustedProxies: given.DATELINE_TRUSTED_PROXIES,
    publicUrl: given.DATELINE_PUBLIC_URL,
    developmentKey: given.DATELINE_KEY,
    drainMs: given.DATELINE_DRAIN_MS,
    searchesInFlight: given.DATELINE_SEARCHES_IN_FLIGHT,
  },
  worker: {
    threads: given.DATELINE_WORKER_THREADS,
    threadMemoryMb: given.DATELINE_THREAD_MEMORY_MB,
    lockMs: given.DATELINE_LOCK_MS,
    metricsPort: given.DATELINE_WORKER_METRICS_PORT,
  },
  operator: {
    name: given.DATELINE_OPERATOR,
    address: given.DATELINE_OPERATOR_ADDRESS,
    contact: given.DATELINE_CONTACT,
  },
  people: { table: given.DATELINE_PEOPLE_TABLE ?? null },
  audit: { addressDays: given.DATELINE_AUDIT_ADDRESS_DAYS },
  purgeLog: given.DATELINE_PURGE_LOG ?? null,
  alerts: { everyMs: given.DATELINE_ALERTS_EVERY_MS, retryMs: given.DATELINE_WEBHOOK_RETRY_MS },
  sources: {
    everyMs: given.DATELINE_SOURCES_EVERY_MS,
    leastMs: given.DATELINE_SOURCES_LEAST_MS,
    delayMs: given.DATELINE_SOURCES_DELAY_MS,
  },
  allowedTargets: given.DATELINE_ALLOWED_TARGETS,
  mail: mailOf(given),
  indices: { shards: given.DATELINE_SHARDS, replicas: given.DATELINE_REPLICAS },
});

const mailOf = ({ DATELINE_SMTP_URL: url, DATELINE_MAIL_FROM: written }: z.infer<typeof variables>) => {
  const from = written === undefined ? null : readMailFrom(written);
  return url === undefined || from === null ? null : { smtpUrl: url, from };
};
