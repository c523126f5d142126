import { across } from './across.ts';
import { agencies } from './agencies.ts';
import { counts } from './counts.ts';
import { datelines } from './datelines.ts';
import { dates } from './dates.ts';
import { extraction } from './extraction.ts';
import { forms } from './forms.ts';
import { languagesTask } from './languages.ts';
import { linking } from './linking.ts';
import { names } from './names.ts';
import { persons } from './persons.ts';
import { retrieval } from './retrieval.ts';
import { spelling } from './spelling.ts';
import { stories } from './stories.ts';
import type { EvaluationTask } from './task.ts';
import { titles } from './titles.ts';
import { transliteration } from './transliteration.ts';

/** Every task, once. To add one: add a file, add a line. */
export const tasks: readonly EvaluationTask[] = [
  names,
  linking,
  extraction,
  titles,
  dates,
  agencies,
  datelines,
  forms,
  counts,
  languagesTask,
  persons,
  transliteration,
  retrieval,
  stories,
  across,
  spelling,
];
