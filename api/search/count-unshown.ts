import type { ApiServices } from '../services.ts';
import type { OnUnshown } from './shown-hits.ts';

/** Documents already logged, because one on a first page would flood the log. */
const named = new Set<string>();
const mostNamed = 1000;

/** Counts each, and names it in the log once. */
export const countUnshown =
  ({ log, metrics }: Pick<ApiServices, 'log' | 'metrics'>): OnUnshown =>
  ({ index, id }) => {
    metrics.unshown.inc();
    const place = `${index} ${id}`;
    if (named.has(place) || named.size >= mostNamed) return;
    named.add(place);
    log.warn(
      { index, id },
      'a document in the index cannot be shown and is left out; send the article again',
    );
  };
