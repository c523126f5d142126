/** Stopped in order: everything is kept for `--resume`. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** An obstacle that the operator must decide about. */
export class CannotReindex extends Error {
  override readonly name = 'CannotReindex';
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
