import type { CommandStore } from '../open-store.ts';

/** `error`: articles are not found, not taken or in danger; `warning`: will be so, or nobody can tell. */
export type Severity = 'error' | 'warning';

/** Something that is not as it should be, and what to do about it. */
export interface Finding {
  readonly severity: Severity;
  readonly message: string;
  readonly advice: string;
}

export type CheckedServer = 'elasticsearch' | 'redis';

/** One thing that `doctor` looks at: a file with one such object, listed once in `checks.ts`. */
export interface Check {
  readonly name: string;
  /** What it asks; where one of these cannot be reached, the check is left out. */
  readonly needs: readonly CheckedServer[];
  /** Reads only. Empty where all is well. */
  readonly look: (store: CommandStore) => Promise<readonly Finding[]>;
}

export const fault = (message: string, advice: string): Finding => ({ severity: 'error', message, advice });
export const warning = (message: string, advice: string): Finding => ({
  severity: 'warning',
  message,
  advice,
});
