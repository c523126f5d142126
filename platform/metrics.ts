import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** All metrics of the service; the dashboard uses their names and labels. */
export interface Metrics {
  readonly registry: Registry;
  readonly accepted: Counter<'lane' | 'outcome'>;
  readonly enqueueFailures: Counter;
  readonly queueAge: Gauge<'queue'>;
  readonly queueWaiting: Gauge<'queue'>;
  readonly pending: Gauge;
  readonly indexed: Counter<'outcome'>;
  readonly acceptToIndexed: Histogram<'lane'>;
  readonly bulkRequests: Counter<'lane' | 'result'>;
  readonly bulkOperations: Histogram<'lane'>;
  readonly bulkBytes: Histogram<'lane'>;
  readonly bulkSeconds: Histogram<'lane'>;
  readonly retries: Counter<'reason'>;
  readonly failures: Counter<'reason'>;
  readonly chainSeconds: Counter<'step'>;
  readonly swept: Counter<'what'>;
  /** Requests to the API; `route` is the pattern, not the path, so that callers cannot create new time series. */
  readonly httpSeconds: Histogram<'method' | 'route' | 'status'>;
  /** Documents left out of answers because they cannot be shown. */
  readonly unshown: Counter;
  /** Promises that rejected unawaited; anything above 0 is a bug. */
  readonly strayRejections: Counter;
  /** Requests refused because the requests of that minute cost too much. */
  readonly costRefused: Counter;
  /** Runs of saved searches. */
  readonly alertRuns: Counter<'outcome'>;
  readonly alertMatches: Counter;
  /** Unix seconds up to which every alert has searched. */
  readonly alertsLooked: Gauge;
  readonly webhooks: Counter<'outcome'>;
  readonly webhookSeconds: Histogram;
  readonly webhooksWaiting: Gauge;
  readonly mails: Counter<'outcome'>;
  /** Matches that wait for the next message to their reader. */
  readonly mailsWaiting: Gauge;
  readonly subscriptions: Gauge<'state'>;
  readonly sourcePolls: Counter<'outcome'>;
  readonly sourceEntries: Counter<'outcome'>;
  readonly sourceEntriesWaiting: Gauge;
  /** Unix seconds of the last answer of a source that could be read. */
  readonly sourceAnswered: Gauge<'source'>;
  /** Unix seconds at which a source last had something new. */
  readonly sourcePublished: Gauge<'source'>;
  /** How long a source usually takes from one entry to the next. */
  readonly sourceGap: Gauge<'source'>;
  /** 1 while this process can do its work, set whenever the metrics are read. */
  readonly ready: Gauge;
}

export const createMetrics = ({ ofProcess = true } = {}): Metrics => {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <L extends string = never>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter<L>({ name: `dateline_${name}`, help, labelNames: [...labelNames], registers });
  const gauge = <L extends string = never>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge<L>({ name: `dateline_${name}`, help, labelNames: [...labelNames], registers });
  const histogram = <L extends string = never>(
    name: string,
    help: string,
    labelNames: readonly L[],
    buckets: number[],
  ) => new Histogram<L>({ name: `dateline_${name}`, help, labelNames: [...labelNames], buckets, registers });
  const webhooks = counter('webhooks_total', 'Webhook calls', ['outcome']);
  const alertRuns = counter('alert_runs_total', 'Runs of saved searches', ['outcome']);
  // A series that begins with its first event hides that event from increase().
  for (const outcome of ['delivered', 'failed', 'given-up']) webhooks.inc({ outcome }, 0);
  const mails = counter('mails_total', 'E-mails', ['outcome']);
  for (const outcome of ['sent', 'later', 'refused', 'unreachable']) mails.inc({ outcome }, 0);
  for (const outcome of ['done', 'failed']) alertRuns.inc({ outcome }, 0);
  return {
    registry,
    accepted: counter('accepted_total', 'Submissions answered', ['lane', 'outcome']),
    enqueueFailures: counter(
      'enqueue_failures_total',
      'Jobs left to the sweeper because Redis did not accept them',
    ),
    queueAge: gauge('queue_age_seconds', 'Age of the oldest waiting job', ['queue']),
    queueWaiting: gauge('queue_waiting', 'Jobs that wait', ['queue']),
    pending: gauge('pending', 'Articles accepted and not yet indexed'),
    indexed: counter('indexed_total', 'Articles written to the search index', ['outcome']),
    acceptToIndexed: histogram(
      'accept_to_indexed_seconds',
      'From acceptance to the index',
      ['lane'],
      seconds,
    ),
    bulkRequests: counter('bulk_requests_total', '_bulk requests', ['lane', 'result']),
    bulkOperations: histogram('bulk_operations', 'Operations in one _bulk', ['lane'], sizes),
    bulkBytes: histogram('bulk_bytes', 'Bytes of one _bulk', ['lane'], bytes),
    bulkSeconds: histogram('bulk_seconds', 'Duration of one _bulk', ['lane'], seconds),
    retries: counter('retries_total', 'Writes tried again', ['reason']),
    failures: counter('failures_total', 'Articles rejected', ['reason']),
    chainSeconds: counter('chain_cpu_seconds_total', 'Thread time spent on a step', ['step']),
    swept: counter('swept_total', 'Pending records found by the sweeper', ['what']),
    httpSeconds: histogram(
      'http_request_seconds',
      'Requests to the API, from first to last byte',
      ['method', 'route', 'status'],
      seconds,
    ),
    costRefused: counter(
      'cost_refused_total',
      'Requests refused because the requests of that minute cost too much',
    ),
    strayRejections: counter('stray_rejections_total', 'Promises that rejected without being awaited'),
    unshown: counter('unshown_documents_total', 'Documents left out of answers because they cannot be shown'),
    alertRuns,
    alertMatches: counter('alert_matches_total', 'New matches of saved searches'),
    alertsLooked: gauge(
      'alerts_looked_timestamp_seconds',
      'Unix time up to which every saved search has searched',
    ),
    webhooks,
    webhookSeconds: histogram('webhook_seconds', 'Duration of a webhook call', [], seconds),
    webhooksWaiting: gauge('webhooks_waiting', 'Webhook calls that are still to be made'),
    mails,
    mailsWaiting: gauge('mails_waiting', 'Matches that wait for the next e-mail'),
    subscriptions: gauge('subscriptions', 'Searches followed by e-mail', ['state']),
    sourcePolls: counter('source_polls_total', 'Requests to sources', ['outcome']),
    sourceEntries: counter('source_entries_total', 'Entries of sources', ['outcome']),
    sourceEntriesWaiting: gauge('source_entries_waiting', 'Entries of sources that are still to be imported'),
    sourceAnswered: gauge('source_answered_timestamp_seconds', 'Unix time of the last good answer', [
      'source',
    ]),
    sourcePublished: gauge('source_published_timestamp_seconds', 'Unix time of the last new entry', [
      'source',
    ]),
    sourceGap: gauge('source_gap_seconds', 'Usual time between two entries', ['source']),
    ready: gauge('ready', 'Whether this process can do its work'),
  };
};

const seconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800];
const sizes = [1, 5, 20, 50, 100, 200, 500, 1000, 2000];
const bytes = [1e3, 1e4, 1e5, 5e5, 1e6, 2e6, 5e6, 1e7, 2e7];
