import type { LoggedEdit } from '../../authorities/people/edited.ts';
import type { ReadSource } from '../../chain/decode/source-entries.ts';
import type { ChainOptions } from '../../chain/index.ts';
import type { PreparationStep, Prepared } from '../../chain/prepare-article.ts';
import type { Preparation } from '../../domain/acceptance.ts';
import type { TableBuffers } from '../../domain/shared-tables.ts';
import type { SourceAnswer } from '../sources/read-answer.ts';

/** Input for starting a thread: the parts of its chain. */
export type ThreadData = Required<Pick<ChainOptions, 'tables' | 'peopleTable' | 'edits'>>;

export type ToThread =
  | { readonly kind: 'articles'; readonly articles: readonly Preparation[] }
  | { readonly kind: 'source'; readonly answer: SourceAnswer }
  /** Applies to the articles that are sent after it. */
  | { readonly kind: 'edits'; readonly edits: readonly LoggedEdit[] };
export type FromThread =
  /** With all tables that the thread reads, for the threads that start after it. */
  | { readonly kind: 'ready'; readonly tables: TableBuffers }
  /** What it begins with an article; each has a time limit of its own. */
  | { readonly kind: 'step'; readonly step: PreparationStep }
  /** The next article of the slice. */
  | { readonly kind: 'prepared'; readonly prepared: Prepared; readonly cpuMs: number }
  | { readonly kind: 'read'; readonly read: ReadSource | string };
