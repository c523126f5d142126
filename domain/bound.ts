/**
 * What a key is bound to: articles with these id prefixes, articles of these agencies. An empty list is no restriction;
 * an article must fit both lists.
 */
export interface Bound {
  readonly namespaces: readonly string[];
  readonly agencies: readonly string[];
}

export const unbound: Bound = { namespaces: [], agencies: [] };

export const isUnbound = ({ namespaces, agencies }: Bound): boolean =>
  namespaces.length === 0 && agencies.length === 0;

/** Whether an id is in one of the namespaces. */
export const bearsNamespace = ({ namespaces }: Bound, id: string): boolean =>
  namespaces.length === 0 || namespaces.some((namespace) => id.startsWith(namespace));

/**
 * Whether a key may write an article.
 *
 * @param owner  ids of the agencies whose key wrote it first; empty if an unbound one did
 */
export const isWithin = (
  bound: Bound,
  { id, owner }: { readonly id: string; readonly owner?: readonly string[] | null | undefined },
): boolean =>
  bearsNamespace(bound, id) &&
  (bound.agencies.length === 0 || (owner ?? []).some((agency) => bound.agencies.includes(agency)));

/** Describes in a refusal what a key may write. */
export const describeBound = ({ namespaces, agencies }: Bound): string =>
  [
    ...(namespaces.length > 0 ? [`ids that begin with ${namespaces.join(' or ')}`] : []),
    ...(agencies.length > 0 ? [`articles of ${agencies.join(' or ')}`] : []),
  ].join(', and ');
