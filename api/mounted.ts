import type { MountedRouter } from './app.ts';
import { alertsRouter } from './routes/alerts.ts';
import { auditRouter } from './routes/audit.ts';
import { failuresRouter } from './routes/failures.ts';
import { writeRouter } from './routes/write-articles.ts';
import { webRouter } from './web/index.ts';

/** Routers beside the searching ones: writing and the pages. */
export const mounted: readonly MountedRouter[] = [
  writeRouter,
  failuresRouter,
  alertsRouter,
  auditRouter,
  webRouter,
];
