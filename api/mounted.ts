import type { MountedRouter } from './app.ts';

/** Routers beside the searching ones: writing and the pages. */
export const mounted: readonly MountedRouter[] = [];
