import type { MountedRouter } from './app.ts';
import { webRouter } from './web/index.ts';

/** Routers beside the searching ones: writing and the pages. */
export const mounted: readonly MountedRouter[] = [webRouter];
