import type { ReadSource } from '../../chain/decode/source-entries.ts';
import type { Prepared } from '../../chain/prepare-article.ts';
import type { Preparation } from '../../domain/acceptance.ts';
import type { SourceAnswer } from '../sources/read-answer.ts';

/** Articles that a thread prepares at once. */
export interface Slice {
  readonly kind: 'articles';
  readonly articles: readonly Preparation[];
  /** Of the first articles; grows. */
  readonly done: Prepared[];
  readonly resolve: (prepared: readonly Prepared[]) => void;
}

interface Reading {
  readonly kind: 'source';
  readonly answer: SourceAnswer;
  readonly resolve: (read: ReadSource | string) => void;
}

/** What a thread does at a time. */
export type Task = Slice | Reading;

/** Articles and bytes sent to a thread at once: few, so that no article is blocked for long. */
const sliceItems = 10;
const sliceBytes = 500_000;

export const cutIntoSlices = (articles: readonly Preparation[]): readonly (readonly Preparation[])[] => {
  const slices: Preparation[][] = [];
  let bytes = 0;
  for (const article of articles) {
    const slice = slices.at(-1);
    const size = article.raw.input.content.length;
    if (slice && slice.length < sliceItems && bytes + size <= sliceBytes) {
      slice.push(article);
      bytes += size;
    } else {
      slices.push([article]);
      bytes = size;
    }
  }
  return slices;
};
