import type { GroupNode, QueryNode, Span } from './tree.ts';

/** Only the position of a token. */
export const spanning = ({ start, end }: Span): Span => ({ start, end });

/** A group of one operand becomes that operand; nested groups of the same kind become one group. */
export const groupOf = (kind: GroupNode['kind'], operands: readonly QueryNode[]): QueryNode => {
  const [first] = operands;
  if (operands.length === 1 && first) return first;
  return {
    kind,
    operands: operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand])),
  };
};
