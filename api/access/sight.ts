import { isWithin } from '../../domain/bound.ts';
import type { Sight } from '../../domain/visibility.ts';
import type { Caller } from './caller.ts';

/** What a caller may see of an article beside what is public: only who may write it sees its drafts. */
export const sightOf = (
  { scopes, bound }: Caller,
  article: { readonly id: string; readonly owner?: readonly string[] | null | undefined },
): Sight => {
  if (scopes.includes('admin')) return 'admin';
  return scopes.includes('write') && isWithin(bound, article) ? 'writer' : 'reader';
};
