import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { Router } from 'express';
import { createQueues } from '../../platform/queues.ts';
import type { Gate } from '../access/caller.ts';
import { noteQueueActions } from '../access/note-audit.ts';
import type { ApiServices } from '../services.ts';

/** The queues as pages, for admins: by key, or by HTTP Basic with the key as password. */
export const queuesRouter = (services: ApiServices, gate: Gate): Router => {
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
    .use('/admin/queues', noteQueueActions(services, gate), board.getRouter());
};
