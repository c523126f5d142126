import { isGroup, type LeafNode, type NearOperand, type QueryNode } from './tree.ts';

/** Writes a tree as a query; parsing it again gives the same tree. */
export const printQuery = (node: QueryNode): string => {
  switch (node.kind) {
    case 'or':
      return node.operands.map((operand) => inside(operand, ['or'])).join(' OR ');
    case 'and':
      return node.operands.map((operand) => inside(operand, ['or', 'and'])).join(' AND ');
    case 'sequence':
      return node.operands.map((operand) => inside(operand, ['or', 'and', 'sequence'])).join(' ');
    case 'not':
      return `-${inside(node.operand, ['or', 'and', 'sequence', 'not', 'near'])}`;
    case 'near':
      return node.operands.map(printOperand).join(` NEAR/${node.distance} `);
    default:
      return printLeaf(node);
  }
};

const inside = (node: QueryNode, wrapped: readonly QueryNode['kind'][]): string =>
  wrapped.includes(node.kind) || (isGroup(node) && node.operands.length < 2)
    ? `(${printQuery(node)})`
    : printQuery(node);

const printOperand = (node: NearOperand): string => printLeaf(node);

const printLeaf = (node: LeafNode): string => {
  switch (node.kind) {
    case 'word':
      return `${fieldOf(node)}${node.text}`;
    case 'phrase':
      return `${fieldOf(node)}"${node.text}${node.prefix ? '*' : ''}"`;
    case 'exact':
      return `${fieldOf(node)}=${node.text}`;
    case 'prefix':
      return `${fieldOf(node)}${node.text}*`;
    case 'name':
      return `${node.field}:"${node.value}"`;
    case 'lang':
      return `lang:${node.value}`;
    case 'date':
      return `date:${printRange(node.from, node.to)}`;
  }
};

const fieldOf = ({ field }: { field: string | null }): string => (field ? `${field}:` : '');

const printRange = (from: string | null, to: string | null): string =>
  from !== null && from === to ? from : `${from ?? ''}..${to ?? ''}`;
