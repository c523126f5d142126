import { InvalidQuery } from '../../domain/errors.ts';
import type { Expectation } from '../../domain/expectation.ts';

/** A change to the query that would fix the problem. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Thrown by the tokenizer and parser. Its edit becomes the suggestion of the `InvalidQuery` that callers get. */
export class QueryProblem extends InvalidQuery {
  readonly edit: Edit | null;

  constructor(position: number, found: string, expected: Expectation, edit: Edit | null = null) {
    super({ position, found, wanted: expected });
    this.edit = edit;
  }
}
