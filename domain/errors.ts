import { type Expectation, sayExpectation } from './expectation.ts';

/** The article cannot be accepted, however often it is retried; its input is kept with this reason. */
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

/** An invalid query. Positions are UTF-16 units in the query as it was sent. */
export class InvalidQuery extends Error {
  override readonly name = 'InvalidQuery';
  readonly position: number;
  /** The text at that position; empty at the end of the query. */
  readonly found: string;
  readonly wanted: Expectation;
  /** The same in English. */
  readonly expected: string;
  /** The closest valid query. */
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

/** Unknown parameters, or values that are not allowed. */
export class InvalidParameters extends Error {
  override readonly name = 'InvalidParameters';
  readonly problems: readonly ParameterProblem[];

  constructor(problems: readonly ParameterProblem[]) {
    super(problems.map(({ parameter, detail }) => `${parameter}: ${detail}`).join('; '));
    this.problems = problems;
  }
}

/** Elasticsearch did not answer, or some of its shards failed. Never shown as an empty result. */
export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable';
  /** Seconds after which to try again. */
  readonly retryAfter: number;

  constructor(detail: string, { retryAfter = 5, ...options }: ErrorOptions & { retryAfter?: number } = {}) {
    super(detail, options);
    this.retryAfter = retryAfter;
  }
}

/** It does not exist, or no longer exists (`gone`). */
export class NotFound extends Error {
  override readonly name = 'NotFound';
  readonly gone: boolean;

  constructor(detail: string, { gone = false }: { gone?: boolean } = {}) {
    super(detail);
    this.gone = gone;
  }
}

/** The path exists, but not with this method. */
export class MethodNotAllowed extends Error {
  override readonly name = 'MethodNotAllowed';
  readonly allowed: readonly string[];

  constructor(method: string, allowed: readonly string[]) {
    super(`${method.slice(0, 20)} is not allowed here; allowed: ${allowed.join(', ')}`);
    this.allowed = allowed;
  }
}

/** No key, an invalid key, or a key without the scope. */
export class AccessDenied extends Error {
  override readonly name = 'AccessDenied';
  /** True if a valid key was sent that lacks the scope. */
  readonly known: boolean;
  readonly scope: string;

  /** @param why  what needs a key, if callers without one may do less */
  constructor(scope: string, { known, why }: { known: boolean; why?: string | undefined }) {
    const needed = known ? `the key lacks the scope ${scope}` : `a key with the scope ${scope} is needed`;
    super(why === undefined ? needed : `${needed} for ${why}`);
    this.scope = scope;
    this.known = known;
  }
}

/** A form that another site made a browser send (CSRF). */
export class CrossSite extends Error {
  override readonly name = 'CrossSite';

  constructor() {
    super('forms of this site cannot be sent from another one');
  }
}

/** Too many requests, cursors or exports at once. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
  readonly retryAfter: number;

  constructor(detail: string, retryAfter: number) {
    super(detail);
    this.retryAfter = retryAfter;
  }
}

/** The store is unavailable; the same request may be repeated later. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  /** Seconds after which to try again. */
  readonly retryAfter: number;

  constructor(detail: string, { retryAfter = 5, ...options }: ErrorOptions & { retryAfter?: number } = {}) {
    super(detail, options);
    this.retryAfter = retryAfter;
  }
}
