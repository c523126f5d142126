import { z } from 'zod';
import type { ResultField, SearchResult } from '../search/result.ts';

/** What a format needs in addition to the result. */
export interface RenderContext {
  /** The requested fields of a result; all if none were requested. */
  readonly fields?: readonly ResultField[] | undefined;
  /** `https://host` before links, or empty. */
  readonly origin: string;
  readonly now: Date;
}

/**
 * One output format: a file each, listed in `index.ts`. That list makes it a value of `format`, an extension of the
 * path, a link of every result and a part of the OpenAPI document.
 */
export interface Format {
  /** Value of `format`, and extension of the path. */
  readonly name: string;
  /** Its name on pages. */
  readonly title: string;
  readonly mediaType: string;
  /**
   * `whole` contains highlights and counts; `rows` and `feed` do not, so the search can skip them. Feeds are
   * sorted by time unless asked otherwise, and have no cursor.
   */
  readonly kind: 'whole' | 'rows' | 'feed';
  /** Schema of the rendered text if it is JSON; otherwise any text. */
  readonly schema: z.ZodType;
  readonly render: (result: SearchResult, context: RenderContext) => string;
}

/** Without parameters, as OpenAPI lists it. */
export const mediaTypeOf = ({ mediaType }: Pick<Format, 'mediaType'>): string =>
  mediaType.split(';')[0] ?? mediaType;

/** For formats other than JSON. */
export const anyText = z.string();
