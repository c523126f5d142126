import { spanOf } from '../params/dates.ts';
import { queryLimits } from './limits.ts';
import { type Edit, QueryProblem } from './problem.ts';
import type { FieldName, Token } from './token.ts';
import type { GroupNode, NearOperand, QueryNode, Span, TextField } from './tree.ts';

/**
 * Recursive descent over the tokens, loosest first: OR, AND, words side by side, NOT, NEAR, one word or group.
 * Depth is limited, so the stack is.
 */
export class Parser {
  readonly #query: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;
  /** Inside `title:( … )`. */
  #field: TextField | null = null;

  constructor(query: string, tokens: readonly Token[]) {
    this.#query = query;
    this.#tokens = tokens;
  }

  parse(): QueryNode {
    const tree = this.#or();
    const rest = this.#token;
    if (rest.kind !== 'end') throw this.#problem(rest, 'an opening parenthesis before it', remove(rest));
    return tree;
  }

  get #token(): Token {
    const token = this.#tokens[this.#at] ?? this.#tokens.at(-1);
    return token ?? { kind: 'end', start: this.#query.length, end: this.#query.length };
  }

  #advance(): Token {
    const token = this.#token;
    this.#at += 1;
    return token;
  }

  #or(): QueryNode {
    return this.#chain('or', () => this.#and());
  }

  #and(): QueryNode {
    return this.#chain('and', () => this.#sequence());
  }

  #chain(kind: 'or' | 'and', next: () => QueryNode): QueryNode {
    const operands = [next()];
    while (this.#token.kind === kind) {
      const operator = this.#advance();
      this.#requireOperand(operator);
      operands.push(next());
    }
    return group(kind, operands);
  }

  #requireOperand(operator: Token): void {
    const { kind } = this.#token;
    if (kind === 'end' || kind === 'close')
      throw this.#problem(this.#token, `a word after ${this.#text(operator)}`, remove(operator));
  }

  #sequence(): QueryNode {
    const operands = [this.#unary()];
    while (!['end', 'close', 'and', 'or'].includes(this.#token.kind)) operands.push(this.#unary());
    return group('sequence', operands);
  }

  #unary(): QueryNode {
    if (this.#token.kind !== 'not') return this.#near();
    const not = this.#advance();
    this.#requireOperand(not);
    return { kind: 'not', operand: this.#deeper(not, () => this.#unary()) };
  }

  #near(): QueryNode {
    const first = this.#primary();
    const operator = this.#token;
    if (operator.kind !== 'near') return first;
    const operands = [this.#nearOperand(first, operator)];
    while (this.#token.kind === 'near') {
      const next = this.#advance();
      if (next.kind === 'near' && next.distance !== operator.distance)
        throw this.#problem(next, `NEAR/${operator.distance}, the same distance in one chain`, {
          ...remove(next),
          text: `NEAR/${operator.distance}`,
        });
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
      throw this.#problem(operator, 'NEAR between words or phrases of one field', {
        ...remove(operator),
        text: 'AND',
      });
    return node;
  }

  #primary(): QueryNode {
    const token = this.#advance();
    switch (token.kind) {
      case 'open':
        return this.#group(token);
      case 'field':
        return this.#fielded(token, token.name);
      case 'phrase':
        return { kind: 'phrase', text: token.text, field: this.#field, span: spanning(token) };
      case 'word':
        return {
          kind: token.form === 'plain' ? 'word' : token.form,
          text: token.text,
          field: this.#field,
          span: spanning(token),
        };
      case 'end':
        throw this.#problem(token, 'a word');
      case 'close':
        throw this.#problem(token, 'a word', remove(token));
      default:
        throw this.#problem(token, `a word before ${this.#text(token)}`, remove(token));
    }
  }

  #group(open: Token): QueryNode {
    if (this.#token.kind === 'close')
      throw this.#problem(this.#token, 'a word between parentheses', {
        start: open.start,
        end: this.#token.end,
        text: '',
      });
    const inner = this.#deeper(open, () => this.#or());
    const close = this.#token;
    if (close.kind !== 'close')
      throw this.#problem(close, 'a closing parenthesis', {
        start: close.start,
        end: close.start,
        text: ')',
      });
    this.#advance();
    return inner;
  }

  #deeper<T>(token: Token, read: () => T): T {
    this.#depth += 1;
    if (this.#depth > queryLimits.depth)
      throw this.#problem(token, `at most ${queryLimits.depth} groups within one another`);
    const node = read();
    this.#depth -= 1;
    return node;
  }

  #fielded(token: Token, name: FieldName): QueryNode {
    if (this.#field)
      throw this.#problem(token, `words; ${this.#field}:( … ) holds no other field`, remove(token));
    switch (name) {
      case 'title':
      case 'body':
        return this.#textField(token, name);
      case 'date':
        return this.#date(token);
      case 'lang':
        return this.#language(token);
      default:
        return this.#name(token, name);
    }
  }

  #textField(token: Token, name: TextField): QueryNode {
    if (!['word', 'phrase', 'open'].includes(this.#token.kind))
      throw this.#problem(this.#token, `a word after ${name}:`, remove(token));
    this.#field = name;
    const node = this.#primary();
    this.#field = null;
    return node;
  }

  #name(token: Token, field: 'person' | 'agency' | 'publisher' | 'place'): QueryNode {
    const value = this.#token;
    if (value.kind !== 'phrase' && !(value.kind === 'word' && value.form === 'plain'))
      throw this.#problem(value, `a name or an id after ${field}:, several words in quotes`, remove(token));
    this.#advance();
    return { kind: 'name', field, value: value.text, span: { start: token.start, end: value.end } };
  }

  #language(token: Token): QueryNode {
    const value = this.#token;
    const code = value.kind === 'value' ? languageTag(value.text) : null;
    if (code === null)
      throw this.#problem(value, 'a language such as zh or zh-Hant after lang:', {
        start: token.start,
        end: value.kind === 'value' ? value.end : token.end,
        text: '',
      });
    this.#advance();
    return { kind: 'lang', value: code, span: { start: token.start, end: value.end } };
  }

  #date(token: Token): QueryNode {
    const value = this.#token;
    const range = value.kind === 'value' ? readRange(value.text) : null;
    if (range === null)
      throw this.#problem(value, 'a day, month, year or range such as 2019-12..2020-01 after date:', {
        start: token.start,
        end: value.kind === 'value' ? value.end : token.end,
        text: '',
      });
    this.#advance();
    return { kind: 'date', ...range, span: { start: token.start, end: value.end } };
  }

  #text({ start, end }: Span): string {
    return this.#query.slice(start, end);
  }

  #problem(token: Token, expected: string, edit: Edit | null = null): QueryProblem {
    return new QueryProblem(token.start, this.#text(token), expected, edit);
  }
}

const remove = ({ start, end }: Span): Edit => ({ start, end, text: ' ' });

const spanning = ({ start, end }: Span): Span => ({ start, end });

/** One operand stands for itself; groups of one kind within one another are one. */
const group = (kind: GroupNode['kind'], operands: readonly QueryNode[]): QueryNode => {
  const [first] = operands;
  if (operands.length === 1 && first) return first;
  return {
    kind,
    operands: operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand])),
  };
};

const languageTag = (written: string): string | null => {
  const [, language, script] = /^([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?$/.exec(written) ?? [];
  if (language === undefined) return null;
  const code = language.toLowerCase();
  return script === undefined ? code : `${code}-${script[0]?.toUpperCase()}${script.slice(1).toLowerCase()}`;
};

const readRange = (written: string): { from: string | null; to: string | null } | null => {
  const [from = '', to = from, ...rest] = written.split(/\.{2,3}|…|‥/);
  if (rest.length > 0 || (from === '' && to === '')) return null;
  if ((from !== '' && !spanOf(from)) || (to !== '' && !spanOf(to))) return null;
  const range = { from: from || null, to: to || null };
  return range.from && range.to && (spanOf(range.from)?.from ?? '') > (spanOf(range.to)?.to ?? '')
    ? null
    : range;
};
