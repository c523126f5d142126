import type { Expectation } from '../../domain/expectation.ts';
import { type Edit, QueryProblem } from './problem.ts';
import type { Token } from './token.ts';
import type { Span } from './tree.ts';

/** The parser's position in the tokens of a query, with errors for that position. */
export class TokenCursor {
  readonly #query: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(query: string, tokens: readonly Token[]) {
    this.#query = query;
    this.#tokens = tokens;
  }

  /** The current token; after the last one the end of the query. */
  get token(): Token {
    const token = this.#tokens[this.#at] ?? this.#tokens.at(-1);
    return token ?? { kind: 'end', start: this.#query.length, end: this.#query.length };
  }

  /** The previous token. */
  get before(): Token | undefined {
    return this.#tokens[this.#at - 1];
  }

  /** @returns the token at this position */
  advance(): Token {
    const { token } = this;
    this.#at += 1;
    return token;
  }

  /** The token's text in the query. */
  text({ start, end }: Span): string {
    return this.#query.slice(start, end);
  }

  problem(token: Token, expected: Expectation, edit: Edit | null = null): QueryProblem {
    return new QueryProblem(token.start, this.text(token), expected, edit);
  }
}

/** Replaced by a space, so that its neighbours are not joined. */
export const remove = ({ start, end }: Span): Edit => ({ start, end, text: ' ' });
