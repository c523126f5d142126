import type { CommandStore } from '../open-store.ts';

/** `error`: articles are not found, not accepted or at risk; `warning`: this may happen soon, or is unknown. */
export type Severity = 'error' | 'warning';

/** A problem, and what to do about it. */
export interface Finding {
  readonly severity: Severity;
  readonly message: string;
  readonly advice: string;
}

export type CheckedServer = 'elasticsearch' | 'redis';

/** One check of `doctor`: a file that exports one such object, listed once in `checks.ts`. */
export interface Check {
  readonly name: string;
  /** The servers it needs; if one of them cannot be reached, the check is skipped. */
  readonly needs: readonly CheckedServer[];
  /** Only reads. Empty if there is no problem. */
  readonly look: (store: CommandStore) => Promise<readonly Finding[]>;
}

export const fault = (message: string, advice: string): Finding => ({ severity: 'error', message, advice });
export const warning = (message: string, advice: string): Finding => ({
  severity: 'warning',
  message,
  advice,
});
