/** One figure. `peer` names another tool; ours has none. One row per set, metric and peer. */
export interface Row {
  readonly task: string;
  readonly set: string;
  readonly metric: string;
  readonly value: number;
  readonly peer?: string;
}

export interface EvaluationOptions {
  /** A folder laid out like the measuring data: `pages/`, `dates/`, `persons/` … */
  readonly data: string;
  /** Texts labelled by other tools, to train folds in the same way as the shipped models; see models/README.md. */
  readonly labels: string | null;
  /** Train separate models by folds if the shipped model has seen the data. */
  readonly crossValidate: boolean;
  /** Parts to leave out to measure their contribution: some by name, or each in turn. */
  readonly ablation: { readonly without: readonly string[]; readonly each: boolean };
  /** Progress for people; never on standard output. */
  readonly log: (line: string) => void;
}

/** One task of `npm run evaluate`: a file with one such object, listed once in `tasks.ts`. */
export interface EvaluationTask {
  readonly name: string;
  /** One line for the list of tasks. */
  readonly summary: string;
  readonly run: (options: EvaluationOptions) => AsyncIterable<Row>;
}
