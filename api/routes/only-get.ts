import { type RequestHandler, Router } from 'express';
import { mostInPath } from './route.ts';
import { refuseOtherMethods } from './router.ts';

/** A path outside the API's contract (pages, probes, what crawlers read): GET, and 405 for anything else. */
export const onlyGet = (path: string | RegExp, ...handlers: readonly RequestHandler[]): Router => {
  const router = Router();
  router
    .route(path)
    .get(onlyShort, ...handlers)
    .all(refuseOtherMethods(['get']));
  return router;
};

/** Nothing has so long a name: what comes after this path answers that there is no such page. */
const onlyShort: RequestHandler = ({ params }, _response, next) =>
  next(Object.values(params).some((value) => String(value).length > mostInPath) ? 'router' : undefined);
