import { type RequestHandler, Router } from 'express';
import { refuseOtherMethods } from './router.ts';

/** A path outside the API's contract (pages, probes, what crawlers read): GET, and 405 for anything else. */
export const onlyGet = (path: string | RegExp, handler: RequestHandler): Router => {
  const router = Router();
  router
    .route(path)
    .get(handler)
    .all(refuseOtherMethods(['get']));
  return router;
};
