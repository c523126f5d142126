/** Elasticsearch's query language as plain JSON: the client's own types are large unions, too slow to type-check. */
export type Clause = Readonly<Record<string, unknown>>;

export const anyOf = (clauses: readonly Clause[]): Clause => {
  const [only] = clauses;
  return clauses.length === 1 && only ? only : { bool: { should: [...clauses], minimum_should_match: 1 } };
};
