import { type Request, Router } from 'express';
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
        if (!isDirect(request)) await gate.require(request, 'metrics', { basic: true });
        services.metrics.ready.set((await allPass([probes.elasticsearch])) ? 1 : 0);
        response
          .set('Cache-Control', 'no-store')
          .type(services.metrics.registry.contentType)
          .send(await services.metrics.registry.metrics());
      }),
    );
};

/**
 * A scraper on this machine. A proxy on this machine connects from loopback, too, for everybody: it names itself or the
 * reader in a header, or passes on the public name.
 */
const isDirect = (request: Request): boolean =>
  loopback.test(request.socket.remoteAddress ?? '') &&
  ownName.test(request.get('host') ?? '') &&
  ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'].every(
    (name) => !request.get(name),
  );

const loopback = /^(?:127\.|::1$|::ffff:127\.)/;
const ownName = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;
