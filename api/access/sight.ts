import { isWithin } from '../../domain/bound.ts';
import type { Sight } from '../../domain/visibility.ts';
import type { Caller } from './caller.ts';

/**
 * What a caller may see of an article besides its public state: drafts are visible only to callers who may write it.
 */
export const sightOf = (
  { scopes, bound }: Caller,
  article: { readonly id: string; readonly owner?: readonly string[] | null | undefined },
): Sight => {
  if (scopes.includes('admin')) return 'admin';
  return scopes.includes('write') && isWithin(bound, article) ? 'writer' : 'reader';
};
