import type { SearchFormat, SearchParams } from '../params/search.ts';
import type { SearchResult } from '../search/result.ts';

/** What a format needs beside the result. */
export interface RenderContext {
  readonly params: SearchParams;
  /** `https://host`, for formats whose links must be absolute. */
  readonly origin: string;
  readonly now: Date;
}

/** One output format: a file each, listed in `index.ts`. */
export interface Format {
  readonly name: SearchFormat;
  readonly mediaType: string;
  /** Whether it holds marks and counts; feeds and tables leave them out, and the search need not make them. */
  readonly full: boolean;
  readonly render: (result: SearchResult, context: RenderContext) => string;
}
