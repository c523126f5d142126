import { InvalidQuery } from '../../domain/errors.ts';
import type { Expectation } from '../../domain/expectation.ts';

/** A change to the query that would take the problem away. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What the tokenizer and parser throw; the edit becomes the proposal of the error that leaves this folder. */
export class QueryProblem extends InvalidQuery {
  readonly edit: Edit | null;

  constructor(position: number, found: string, expected: Expectation, edit: Edit | null = null) {
    super({ position, found, wanted: expected });
    this.edit = edit;
  }
}
