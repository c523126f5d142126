import type { GroupNode, QueryNode, Span } from './tree.ts';

/** Where a token stands, and nothing else of it. */
export const spanning = ({ start, end }: Span): Span => ({ start, end });

/** One operand stands for itself; groups of one kind within one another are one. */
export const groupOf = (kind: GroupNode['kind'], operands: readonly QueryNode[]): QueryNode => {
  const [first] = operands;
  if (operands.length === 1 && first) return first;
  return {
    kind,
    operands: operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand])),
  };
};
