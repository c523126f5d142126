import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadAuthorities } from '../authorities/load.ts';
import { listedPeople } from '../authorities/people/listed.ts';
import { loadLexicon } from '../authorities/words/index.ts';
import { indexNames } from '../mappings/names.ts';
import { readConfigOrExit } from '../platform/config-or-exit.ts';
import { createElasticsearch } from '../platform/elasticsearch.ts';
import { keepHeapLean } from '../platform/lean-heap.ts';
import { createLog } from '../platform/log.ts';
import { createMetrics } from '../platform/metrics.ts';
import { followPeopleLog } from '../platform/people-log.ts';
import { apiConnectionName, createFailFastRedis } from '../platform/redis.ts';
import { type Closable, closeInReverse, closeOnSignals } from '../platform/shutdown.ts';
import { surviveStrayRejections } from '../platform/stray-rejections.ts';
import { createSigner } from './access/signer.ts';
import { keepAlertsCompiled } from './alerts/keep-compiled.ts';
import { createApp } from './app.ts';
import { mounted } from './mounted.ts';
import { createConcurrencyLimit } from './search/concurrency-limit.ts';
import { createArchiveNames } from './search/count-archive.ts';
import { countUnshown } from './search/count-unshown.ts';
import { createCurated, withOwnSynonyms } from './search/curated.ts';
import { createExecutor } from './search/execute.ts';
import { followCurations } from './search/follow-curations.ts';
import { followProcessors } from './search/follow-processors.ts';
import { createPrintedNames } from './search/read-printed-names.ts';
import { watchSynonyms } from './search/synonyms.ts';
import { closeServer, createApiServer } from './server.ts';
import type { ApiServices } from './services.ts';

keepHeapLean();
const config = readConfigOrExit('api');
const log = createLog(config, 'api');
const elasticsearch = createElasticsearch(config);
const redis = createFailFastRedis(config, apiConnectionName(config.prefix));
// Without a listener, a connection error ends the process.
redis.on('error', (error) => log.debug({ err: error }, 'redis'));

const authorities = loadAuthorities({ peopleTable: config.people.table });
const { state } = indexNames(config.prefix);
const edits = followPeopleLog({ client: elasticsearch, state, log }, authorities.edited);
const lexicon = loadLexicon();
const closing = new AbortController();
const { searchesInFlight } = config.api;
// 16 until the number of processors is known.
const searchLimit = createConcurrencyLimit(searchesInFlight || 16);
const stopFollowing = searchesInFlight === 0 ? followProcessors(elasticsearch, searchLimit) : () => {};
const metrics = createMetrics();
surviveStrayRejections(log, metrics.strayRejections);
const execute = createExecutor(elasticsearch, searchLimit, countUnshown({ log, metrics }));
const clock = () => new Date();
const archive = createArchiveNames(execute, { prefix: config.prefix, clock, log });
const curated = createCurated();
const curating = followCurations({ client: elasticsearch, prefix: config.prefix, log }, curated);
const services: ApiServices = {
  config,
  elasticsearch,
  redis,
  log,
  metrics,
  clock,
  closing: closing.signal,
  authorities: {
    ...authorities,
    people: listedPeople(authorities.people),
    archive,
    printed: createPrintedNames(execute, { prefix: config.prefix, clock, log }),
    synonyms: withOwnSynonyms(watchSynonyms(join(import.meta.dirname, '../languages/synonyms')), curated),
    curated,
    collections: indexNames(config.prefix).collections,
    across: {
      lexicon,
      indexOf: indexNames(config.prefix).readingOf,
      held: archive.languages,
    },
  },
  searchLimit,
  execute,
  signer: createSigner(elasticsearch, config.prefix),
};

const compiling = keepAlertsCompiled(services);
const server = createApiServer(createApp(services, mounted));
server.listen(config.api.port, config.api.host, () => {
  const address = server.address();
  log.info({ address }, 'listening');
  // Tells a waiting parent process, such as the start command.
  process.send?.('ready');
  // Until then, a table is unpacked when it is asked for.
  lexicon.load().catch((error: unknown) => log.warn({ err: error }, 'a table of words cannot be read'));
});
server.on('error', (error) => {
  log.fatal({ err: error }, 'the port cannot be used');
  process.exit(1);
});

const opened: readonly Closable[] = [
  { name: 'elasticsearch', close: () => elasticsearch.close() },
  { name: 'concurrency limit', close: async () => stopFollowing() },
  { name: 'edits', close: edits.close },
  { name: 'curations', close: curating.close },
  { name: 'saved searches', close: compiling.close },
  { name: 'redis', close: async () => redis.disconnect() },
  { name: 'http', close: () => closeServer(server) },
];

/** Reports "not ready" at once, but serves requests for a while before closing: a load balancer needs time to notice. */
closeOnSignals(async () => {
  closing.abort();
  await pause(config.api.drainMs);
  await closeInReverse(opened, log);
}, log);
