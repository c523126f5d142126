import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import express, { Router } from 'express';
import { z } from 'zod';
import { InvalidParameters, NotFound } from '../../domain/errors.ts';
import { indexNames } from '../../mappings/names.ts';
import { writeAudit } from '../../platform/audit.ts';
import { createQueues } from '../../platform/queues.ts';
import type { Gate } from '../access/caller.ts';
import { type StoredKey, scopes } from '../access/key.ts';
import type { KeyStore } from '../access/key-store.ts';
import type { ApiServices } from '../services.ts';

export const newKeySchema = z
  .strictObject({
    name: z.string().min(1).max(200),
    scopes: z.array(z.enum(scopes)).min(1),
    origins: z.array(z.url().max(300)).max(50).default([]),
    expires: z.iso.datetime().nullable().default(null),
  })
  .meta({ id: 'NewKey' });

/** Queues and keys, for admins: by key, or by HTTP Basic with the key as password. */
export const adminRouter = (services: ApiServices, gate: Gate, keys: KeyStore): Router => {
  const board = new ExpressAdapter();
  board.setBasePath('/admin/queues');
  const queues = createQueues(services.redis, services.config.prefix);
  createBullBoard({
    queues: Object.values(queues).map((queue) => new BullMQAdapter(queue)),
    serverAdapter: board,
  });
  return Router()
    .use('/admin', async (request, response, next) => {
      await gate.require(request, 'admin', { basic: true });
      response.set('Cache-Control', 'no-store');
      next();
    })
    .use('/admin/queues', board.getRouter())
    .get('/admin/keys', async (_request, response) => {
      response.json({ results: (await keys.list()).map(withoutHash) });
    })
    .post('/admin/keys', express.json({ limit: '10kb' }), async (request, response) => {
      const caller = await gate.require(request, 'admin', { basic: true });
      const parsed = newKeySchema.safeParse(request.body);
      if (!parsed.success)
        throw new InvalidParameters(
          parsed.error.issues.map(({ path, message }) => ({
            parameter: path.join('.') || 'body',
            detail: message,
          })),
        );
      const { expires } = parsed.data;
      if (expires && Date.parse(expires) <= services.clock().getTime())
        throw new InvalidParameters([{ parameter: 'expires', detail: 'has passed already' }]);
      const { key, secret } = await keys.create({ ...parsed.data, now: services.clock() });
      await audit(services, caller.key, 'create-key', key.id);
      response.status(201).json({ ...withoutHash(key), secret });
    })
    .delete('/admin/keys/:id', async (request, response) => {
      const caller = await gate.require(request, 'admin', { basic: true });
      const { id } = request.params;
      if (!(await keys.revoke(id, services.clock()))) throw new NotFound(`no key ${id.slice(0, 40)}`);
      await audit(services, caller.key, 'revoke-key', id);
      response.status(204).end();
    });
};

const withoutHash = ({ hash: _, ...key }: StoredKey): Omit<StoredKey, 'hash'> => key;

const audit = (
  { elasticsearch, config, clock }: ApiServices,
  key: string | null,
  action: string,
  subject: string,
): Promise<void> =>
  writeAudit(elasticsearch, indexNames(config.prefix).audit, { key, action, subject }, clock());
