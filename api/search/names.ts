import { InvalidQuery } from '../../domain/errors.ts';
import { expected } from '../../domain/expectation.ts';
import { nameRuns, type PersonOf } from '../query/name-runs.ts';
import { leavesOf, type NameNode, type QueryNode, type WordNode } from '../query/tree.ts';
import type { Authorities } from './authorities.ts';
import { MARGIN, mayBeName } from './certain-person.ts';
import { isLookedUp, MOST_NAMES, type NameReading, readName } from './filters.ts';

/** The persons whom a query may mean if it is only an ambiguous name; else nothing. */
export const severalNamedBy = (query: QueryNode | null, authorities: Authorities): readonly NameReading[] => {
  const name = query && onlyWords(query);
  if (!name || !mayBeName(name)) return [];
  const ids = bearersOf(name, authorities);
  return ids.length > 1 ? [{ parameter: 'q', name, ids }] : [];
};

/** All persons whom a name may mean equally well. */
const bearersOf = (name: string, { people }: Authorities): readonly string[] => {
  const found = people.findByLetters(name);
  const best = found[0]?.score ?? 0;
  return found.filter(({ score }) => best - score < MARGIN).map(({ id }) => id);
};

/** A query that consists only of words or one phrase. */
const onlyWords = (query: QueryNode): string | null => {
  const nodes = query.kind === 'sequence' ? query.operands : [query];
  const [first] = nodes;
  if (nodes.length === 1 && first?.kind === 'phrase' && first.field === null)
    return first.prefix ? null : first.text;
  return nodes.every(isFree) ? nodes.map(({ text }) => text).join(' ') : null;
};

/** People whom the free words and phrases of a query name. */
export const peopleNamedIn = (
  query: QueryNode | null,
  personOf: PersonOf,
  authorities: Authorities,
): readonly NamedPerson[] => {
  if (!query) return [];
  const found = new Map<string, string>();
  for (const words of freeTexts(query))
    for (const { from, to, id } of nameRuns(words, personOf))
      found.set(id, found.get(id) ?? words.slice(from, to).join(' '));
  return Array.from(found, ([id, text]) => ({
    id,
    text,
    others: bearersOf(text, authorities).filter((other) => other !== id),
  }));
};

export interface NamedPerson {
  /** The name as written in the query. */
  readonly text: string;
  readonly id: string;
  /** Other persons recorded with this name. */
  readonly others: readonly string[];
}

function* freeTexts(node: QueryNode): Generator<readonly string[]> {
  if (node.kind === 'sequence') {
    yield node.operands.filter(isFree).map(({ text }) => text);
    for (const operand of node.operands) if (!isFree(operand)) yield* freeTexts(operand);
  } else if (node.kind === 'and' || node.kind === 'or') {
    for (const operand of node.operands) yield* freeTexts(operand);
  } else if ((node.kind === 'word' || (node.kind === 'phrase' && !node.prefix)) && node.field === null)
    yield [node.text];
}

const isFree = (node: QueryNode): node is WordNode => node.kind === 'word' && node.field === null;

/**
 * What the names in the fields of a query mean.
 *
 * @throws {InvalidQuery} if there are too many names of people
 */
export const readQueryNames = (
  query: QueryNode | null,
  authorities: Authorities,
): ReadonlyMap<NameNode, NameReading> => {
  const readings = new Map<NameNode, NameReading>();
  if (!query) return readings;
  const names = [...leavesOf(query)].filter((leaf) => leaf.kind === 'name');
  requireFewPeople(names);
  for (const name of names) readings.set(name, readName(name.field, name.value, authorities));
  return readings;
};

const requireFewPeople = (names: readonly NameNode[]): void => {
  const surplus = names.filter(({ field, value }) => field === 'person' && isLookedUp(value))[MOST_NAMES];
  if (surplus)
    throw new InvalidQuery({
      position: surplus.span.start,
      found: surplus.value,
      wanted: expected('names', MOST_NAMES),
    });
};
