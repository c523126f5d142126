import { type Bound, describeBound } from '../../domain/bound.ts';

/** Errors of writing. Each has the HTTP status of its answer, which `api/problem.ts` uses. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
  readonly status = 413;

  constructor(maxBytes: number) {
    super(`longer than ${maxBytes} bytes`);
  }
}

export class UnsupportedType extends Error {
  override readonly name = 'UnsupportedType';
  readonly status = 415;

  constructor(type: string) {
    super(
      `content type ${type || 'missing'}: send application/json, application/x-ndjson, text/html, text/plain or XML`,
    );
  }
}

export class InvalidArticle extends Error {
  override readonly name = 'InvalidArticle';
  readonly status = 422;
}

export class LostUpdate extends Error {
  override readonly name = 'LostUpdate';
  readonly status = 412;

  constructor(revision: number) {
    super(revision === 0 ? 'there is no such article' : `the stored revision is ${revision}`);
  }
}

/** A purged article is rejected from every sender. */
export class StaysPurged extends Error {
  override readonly name = 'StaysPurged';
  readonly status = 409;

  constructor(id: string) {
    super(`${id.slice(0, 100)} was purged: it is accepted again once an operator calls \`purges allow\``);
  }
}

/** The key is bound to other articles. */
export class OutOfBound extends Error {
  override readonly name = 'OutOfBound';
  readonly status = 403;

  constructor(bound: Bound, what: string) {
    super(`${what}: this key writes ${describeBound(bound)}`);
  }
}

export class PackedBody extends Error {
  override readonly name = 'PackedBody';
  readonly status = 415;

  constructor(encoding: string) {
    super(`content encoding ${encoding}: send the body uncompressed`);
  }
}
