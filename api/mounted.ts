import type { MountedRouter } from './app.ts';
import { webRouter } from './web/index.ts';

/** Beside the routes of the API: the pages. */
export const mounted: readonly MountedRouter[] = [webRouter];
