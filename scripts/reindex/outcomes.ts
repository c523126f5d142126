/** Stopped in order: everything is kept to go on with `--resume`. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Something stands in the way that the operator has to decide. */
export class CannotReindex extends Error {
  override readonly name = 'CannotReindex';
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
