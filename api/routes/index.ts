import { alertResultRoutes } from './alert-results.ts';
import { alertRoutes } from './alerts.ts';
import { articleRoutes } from './article.ts';
import { auditRoute } from './audit.ts';
import { collectionRoutes } from './collections.ts';
import { exportRoutes } from './export.ts';
import { failuresRoutes } from './failures.ts';
import { keysRoutes } from './keys.ts';
import { namesRoutes } from './names.ts';
import { networkRoute } from './network.ts';
import type { Route } from './route.ts';
import { searchRoutes } from './search.ts';
import { sourcesRoute } from './sources.ts';
import { subscriptionRoute } from './subscriptions.ts';
import { timelineRoute } from './timeline.ts';
import { writeRoutes } from './write-articles.ts';

/** Every route of the API, once: the router and the OpenAPI document are both built from this list. */
export const routes: readonly Route[] = [
  ...searchRoutes,
  ...articleRoutes,
  ...writeRoutes,
  ...exportRoutes,
  ...namesRoutes,
  ...alertRoutes,
  ...alertResultRoutes,
  ...failuresRoutes,
  ...keysRoutes,
  auditRoute,
  sourcesRoute,
  timelineRoute,
  ...collectionRoutes,
  networkRoute,
  subscriptionRoute,
];
