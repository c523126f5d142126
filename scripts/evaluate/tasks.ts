import { extraction } from './extraction.ts';
import { linking } from './linking.ts';
import { names } from './names.ts';
import { persons } from './persons.ts';
import { retrieval } from './retrieval.ts';
import type { EvaluationTask } from './task.ts';
import { titles } from './titles.ts';
import { transliteration } from './transliteration.ts';

/** Every task, once. To add one: add a file, add a line. */
export const tasks: readonly EvaluationTask[] = [
  names,
  linking,
  extraction,
  titles,
  persons,
  transliteration,
  retrieval,
];
