import { expected } from '../../domain/expectation.ts';
import { remove, TokenCursor } from './cursor.ts';
import { readFieldValue, type ValueField } from './field-values.ts';
import { queryLimits } from './limits.ts';
import type { FieldName, Token } from './token.ts';
import type { NearOperand, QueryNode, TextField } from './tree.ts';
import { groupOf, spanning } from './tree-parts.ts';

/**
 * Recursive descent in order of precedence: OR, AND, adjacent words, NOT, NEAR, one word or group. Depth is limited,
 * which bounds the stack.
 */
export class Parser {
  readonly #cursor: TokenCursor;
  #depth = 0;
  /** Inside `title:( … )`. */
  #field: TextField | null = null;
  /** Inside `agency:( … )`: the field's name and colon. */
  #values: { readonly token: Token; readonly name: ValueField } | null = null;

  constructor(query: string, tokens: readonly Token[]) {
    this.#cursor = new TokenCursor(query, tokens);
  }

  parse(): QueryNode {
    const tree = this.#or();
    const rest = this.#cursor.token;
    if (rest.kind !== 'end') throw this.#cursor.problem(rest, expected('opening-parenthesis'), remove(rest));
    return tree;
  }

  #or(): QueryNode {
    return this.#chain('or', () => this.#and());
  }

  #and(): QueryNode {
    return this.#chain('and', () => this.#sequence());
  }

  #chain(kind: 'or' | 'and', next: () => QueryNode): QueryNode {
    const operands = [next()];
    while (this.#cursor.token.kind === kind) {
      const operator = this.#cursor.advance();
      this.#requireOperand(operator);
      operands.push(next());
    }
    return groupOf(kind, operands);
  }

  #requireOperand(operator: Token): void {
    const { kind } = this.#cursor.token;
    if (kind === 'end' || kind === 'close')
      throw this.#cursor.problem(
        this.#cursor.token,
        expected('word-after', this.#cursor.text(operator)),
        remove(operator),
      );
  }

  #sequence(): QueryNode {
    const operands = [this.#unary()];
    while (!['end', 'close', 'and', 'or'].includes(this.#cursor.token.kind)) operands.push(this.#unary());
    return groupOf('sequence', operands);
  }

  #unary(): QueryNode {
    if (this.#cursor.token.kind !== 'not') return this.#near();
    const not = this.#cursor.advance();
    this.#requireOperand(not);
    return { kind: 'not', operand: this.#deeper(not, () => this.#unary()) };
  }

  #near(): QueryNode {
    const first = this.#primary();
    const operator = this.#cursor.token;
    if (operator.kind !== 'near') return first;
    const operands = [this.#nearOperand(first, operator)];
    while (this.#cursor.token.kind === 'near') {
      const next = this.#cursor.advance();
      if (next.kind === 'near' && next.distance !== operator.distance)
        throw this.#cursor.problem(next, expected('near-same', `NEAR/${operator.distance}`));
      this.#requireOperand(next);
      operands.push(this.#nearOperand(this.#primary(), next, operands[0]));
    }
    const span = {
      start: operands[0]?.span.start ?? 0,
      end: operands.at(-1)?.span.end ?? 0,
    };
    return { kind: 'near', distance: operator.distance, operands, span };
  }

  #nearOperand(node: QueryNode, operator: Token, first?: NearOperand): NearOperand {
    const plain = node.kind === 'word' || node.kind === 'phrase' || node.kind === 'exact';
    if (!plain || (first && first.field !== node.field))
      throw this.#cursor.problem(operator, expected('near-operands'));
    return node;
  }

  #primary(): QueryNode {
    const { kind } = this.#cursor.token;
    if (this.#values && (kind === 'word' || kind === 'phrase' || kind === 'value'))
      return readFieldValue(this.#cursor, this.#values.token, this.#values.name, { grouped: true });
    const before = this.#cursor.before;
    const token = this.#cursor.advance();
    switch (token.kind) {
      case 'open':
        return this.#group(token);
      case 'field':
        return this.#fielded(token, token.name);
      case 'phrase':
        return {
          kind: 'phrase',
          text: token.text,
          prefix: token.prefix,
          field: this.#field,
          span: spanning(token),
        };
      case 'word':
        return {
          kind: token.form === 'plain' ? 'word' : token.form,
          text: token.text,
          field: this.#field,
          span: spanning(token),
        };
      case 'end':
        throw this.#cursor.problem(token, expected('word'));
      case 'close':
        throw this.#cursor.problem(token, expected('word'), remove(token));
      default:
        // If two operators are adjacent, we cannot know which one is meant.
        throw this.#cursor.problem(
          token,
          expected('word-before', this.#cursor.text(token)),
          before === undefined || before.kind === 'open' ? remove(token) : null,
        );
    }
  }

  #group(open: Token): QueryNode {
    if (this.#cursor.token.kind === 'close')
      throw this.#cursor.problem(this.#cursor.token, expected('word-between'), {
        start: open.start,
        end: this.#cursor.token.end,
        text: '',
      });
    const inner = this.#deeper(open, () => this.#or());
    const close = this.#cursor.token;
    if (close.kind !== 'close')
      throw this.#cursor.problem(close, expected('closing-parenthesis'), {
        start: close.start,
        end: close.start,
        text: ')',
      });
    this.#cursor.advance();
    return inner;
  }

  #deeper<T>(token: Token, read: () => T): T {
    this.#depth += 1;
    if (this.#depth > queryLimits.depth)
      throw this.#cursor.problem(token, expected('depth', queryLimits.depth));
    const node = read();
    this.#depth -= 1;
    return node;
  }

  #fielded(token: Token, name: FieldName): QueryNode {
    const outer = this.#field ?? this.#values?.name;
    if (outer) throw this.#cursor.problem(token, expected('no-field', outer));
    if (name === 'title' || name === 'body') return this.#textField(token, name);
    if (this.#cursor.token.kind !== 'open') return readFieldValue(this.#cursor, token, name);
    this.#values = { token, name };
    const node = this.#primary();
    this.#values = null;
    return node;
  }

  #textField(token: Token, name: TextField): QueryNode {
    const { kind } = this.#cursor.token;
    if (!['word', 'phrase', 'open'].includes(kind))
      throw this.#cursor.problem(
        this.#cursor.token,
        expected('word-after', `${name}:`),
        kind === 'end' || kind === 'close' ? remove(token) : null,
      );
    this.#field = name;
    const node = this.#primary();
    this.#field = null;
    return node;
  }
}
