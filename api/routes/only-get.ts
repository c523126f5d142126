import { type RequestHandler, Router } from 'express';
import { refuseOtherMethods } from './router.ts';

/** A path outside the API's contract (pages, probes, what crawlers read): GET, and 405 for anything else. */
export const onlyGet = (path: string | RegExp, ...handlers: readonly RequestHandler[]): Router => {
  const router = Router();
  router
    .route(path)
    .get(...handlers)
    .all(refuseOtherMethods(['get']));
  return router;
};
