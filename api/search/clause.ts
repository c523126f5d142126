/** Elasticsearch's query language as plain JSON: the client's own types are large unions, too slow to type-check. */
export type Clause = Readonly<Record<string, unknown>>;

/** A filter by index costs the others nothing: they see that it cannot match before they look a term up. */
export const within = (index: string, clause: Clause): Clause => ({
  bool: { filter: [{ term: { _index: index } }], must: [clause] },
});

export const anyOf = (clauses: readonly Clause[]): Clause => {
  const [only] = clauses;
  return clauses.length === 1 && only ? only : { bool: { should: [...clauses], minimum_should_match: 1 } };
};
