import type { CompiledSearch } from '../../platform/alerts/records.ts';
import { compileSearch } from '../alerts/compile.ts';
import type { SearchParams } from '../params/search.ts';
import type { Authorities } from '../search/authorities.ts';
import { describeAsked } from '../search/describe.ts';
import { understand } from '../search/understand.ts';

const mostName = 300;

/** A search for the worker, and its name in messages: the search in the reader's words. @throws {InvalidQuery} */
export const compileFollowed = (
  params: SearchParams,
  language: string,
  authorities: Authorities,
): { readonly name: string; readonly compiled: CompiledSearch } => {
  const understood = understand(params, authorities);
  return {
    name: describeAsked(understood, understood.query, language, authorities)
      .slice(0, mostName)
      .toWellFormed(),
    compiled: compileSearch(params, language, authorities),
  };
};
