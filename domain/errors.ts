import { type Expectation, sayExpectation } from './expectation.ts';

/** The article cannot be taken, however often it is tried; the input is kept with this reason. */
export class RejectedArticle extends Error {
  override readonly name = 'RejectedArticle';
  /** Stable, for grouping: `too-large`, `not-an-article`, `unknown-format` … */
  readonly reason: string;
  readonly detail: string;

  constructor(reason: string, detail: string, options?: ErrorOptions) {
    super(`${reason}: ${detail}`, options);
    this.reason = reason;
    this.detail = detail;
  }
}

/** A query that cannot be understood. Positions are UTF-16 units in the query as it was sent. */
export class InvalidQuery extends Error {
  override readonly name = 'InvalidQuery';
  readonly position: number;
  /** The text that stands there; empty at the end of the query. */
  readonly found: string;
  readonly wanted: Expectation;
  /** The same in English. */
  readonly expected: string;
  /** A query that would be understood, as near to this one as we can make it. */
  readonly proposal: string | null;

  constructor(problem: {
    readonly position: number;
    readonly found: string;
    readonly wanted: Expectation;
    readonly proposal?: string | null;
  }) {
    const expected = sayExpectation(problem.wanted);
    super(`at ${problem.position}: found ${problem.found || 'the end'}, expected ${expected}`);
    this.position = problem.position;
    this.found = problem.found;
    this.wanted = problem.wanted;
    this.expected = expected;
    this.proposal = problem.proposal ?? null;
  }
}

export interface ParameterProblem {
  readonly parameter: string;
  readonly detail: string;
}

/** Parameters that the contract does not know, or values that it does not allow. */
export class InvalidParameters extends Error {
  override readonly name = 'InvalidParameters';
  readonly problems: readonly ParameterProblem[];

  constructor(problems: readonly ParameterProblem[]) {
    super(problems.map(({ parameter, detail }) => `${parameter}: ${detail}`).join('; '));
    this.problems = problems;
  }
}

/** Elasticsearch did not answer, or not for all its shards. Never shown as an empty result. */
export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable';
  /** Seconds after which to try again. */
  readonly retryAfter: number;

  constructor(detail: string, { retryAfter = 5, ...options }: ErrorOptions & { retryAfter?: number } = {}) {
    super(detail, options);
    this.retryAfter = retryAfter;
  }
}

/** There is no such thing, or not any more. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
  readonly gone: boolean;

  constructor(detail: string, { gone = false }: { gone?: boolean } = {}) {
    super(detail);
    this.gone = gone;
  }
}

/** The path is known, and takes other methods. */
export class MethodNotAllowed extends Error {
  override readonly name = 'MethodNotAllowed';
  readonly allowed: readonly string[];

  constructor(method: string, allowed: readonly string[]) {
    super(`${method.slice(0, 20)} is not possible here; ${allowed.join(', ')} are`);
    this.allowed = allowed;
  }
}

/** No key, a wrong one, or one without the scope. */
export class AccessDenied extends Error {
  override readonly name = 'AccessDenied';
  /** True where a key came and is not enough. */
  readonly known: boolean;
  readonly scope: string;

  constructor(scope: string, { known }: { known: boolean }) {
    super(known ? `the key lacks the scope ${scope}` : `a key with the scope ${scope} is needed`);
    this.scope = scope;
    this.known = known;
  }
}

/** Too many requests, walks or exports at once. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
  readonly retryAfter: number;

  constructor(detail: string, retryAfter: number) {
    super(detail);
    this.retryAfter = retryAfter;
  }
}

/** The store cannot take or give anything now; the same request may be repeated later. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  /** Seconds after which a repetition makes sense. */
  readonly retryAfter: number;

  constructor(detail: string, { retryAfter = 5, ...options }: ErrorOptions & { retryAfter?: number } = {}) {
    super(detail, options);
    this.retryAfter = retryAfter;
  }
}
