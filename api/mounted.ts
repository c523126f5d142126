import type { MountedRouter } from './app.ts';
import { webRouter } from './web/index.ts';

/** In addition to the routes of the API: the pages. */
export const mounted: readonly MountedRouter[] = [webRouter];
