import { retrieval } from './retrieval.ts';
import type { EvaluationTask } from './task.ts';

/** Every task, once. To add one: add a file, add a line. */
export const tasks: readonly EvaluationTask[] = [retrieval];
