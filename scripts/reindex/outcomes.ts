/** An orderly stop: everything is kept for `--resume`. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** A problem that needs a decision by the operator. */
export class CannotReindex extends Error {
  override readonly name = 'CannotReindex';
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
