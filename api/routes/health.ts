import { Router } from 'express';
import { indexNames } from '../../mappings/names.ts';
import { allPass, probeElasticsearch, probeRedis } from '../../platform/probes.ts';
import type { Gate } from '../access/caller.ts';
import type { ApiServices } from '../services.ts';
import { onlyGet } from './only-get.ts';

/** Liveness, and readiness to answer searches. */
export const healthRouter = (services: ApiServices, gate: Gate): Router => {
  const probes = {
    elasticsearch: probeElasticsearch(services.elasticsearch, indexNames(services.config.prefix).articles),
    redis: probeRedis(services.redis),
  };
  return Router()
    .use(
      onlyGet('/health/live', (_request, response) => {
        response.set('Cache-Control', 'no-store').json({ status: 'live' });
      }),
    )
    .use(
      onlyGet('/health/ready', async (_request, response) => {
        // During shutdown this answer tells load balancers to stop sending requests.
        if (services.closing.aborted) {
          response.status(503).set('Cache-Control', 'no-store').json({ status: 'closing' });
          return;
        }
        const [elasticsearch, redis] = await Promise.all([
          allPass([probes.elasticsearch]),
          allPass([probes.redis]),
        ]);
        // Without Redis, searches and writes work; only rate limits and cursors do not.
        response
          .status(elasticsearch ? 200 : 503)
          .set('Cache-Control', 'no-store')
          .json({ status: elasticsearch ? 'ready' : 'not-ready', elasticsearch, redis });
      }),
    )
    .use(
      onlyGet('/metrics', async (request, response) => {
        // Also on loopback, because a proxy on the same machine forwards everybody's requests from there.
        await gate.require(request, 'metrics', { basic: true });
        services.metrics.ready.set((await allPass([probes.elasticsearch])) ? 1 : 0);
        response
          .set('Cache-Control', 'no-store')
          .type(services.metrics.registry.contentType)
          .send(await services.metrics.registry.metrics());
      }),
    );
};
