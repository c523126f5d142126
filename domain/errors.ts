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
