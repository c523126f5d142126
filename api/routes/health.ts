import { Router } from 'express';
import { indexNames } from '../../mappings/names.ts';
import type { Gate } from '../access/caller.ts';
import type { ApiServices } from '../services.ts';
import { onlyGet } from './only-get.ts';

const PROBE_MS = 2000;

/** Whether the process lives, and whether it can answer searches. */
export const healthRouter = (services: ApiServices, gate: Gate): Router =>
  Router()
    .use(
      onlyGet('/health/live', (_request, response) => {
        response.set('Cache-Control', 'no-store').json({ status: 'live' });
      }),
    )
    .use(
      onlyGet('/health/ready', async (_request, response) => {
        // Probes come before balancers stop sending: this is what tells them to.
        if (services.closing.aborted) {
          response.status(503).set('Cache-Control', 'no-store').json({ status: 'closing' });
          return;
        }
        const [elasticsearch, redis] = await Promise.all([
          probeElasticsearch(services),
          probeRedis(services),
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
        if (!isLoopback(request.socket.remoteAddress) || request.get('x-forwarded-for'))
          await gate.require(request, 'metrics', { basic: true });
        services.metrics.ready.set((await probeElasticsearch(services)) ? 1 : 0);
        response
          .set('Cache-Control', 'no-store')
          .type(services.metrics.registry.contentType)
          .send(await services.metrics.registry.metrics());
      }),
    );

const probeElasticsearch = async ({ elasticsearch, config }: ApiServices): Promise<boolean> => {
  try {
    return await elasticsearch.indices.existsAlias(
      { name: indexNames(config.prefix).articles },
      { requestTimeout: PROBE_MS },
    );
  } catch {
    return false;
  }
};

const probeRedis = async ({ redis }: ApiServices): Promise<boolean> => {
  try {
    return (await redis.ping()) === 'PONG';
  } catch {
    return false;
  }
};

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(127\.|::1$|::ffff:127\.)/.test(address);
