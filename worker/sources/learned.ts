import type { SourceRecord } from '../../platform/sources/records.ts';

type Value = SourceRecord['value'];

/** The result of a poll, and when the next one is due. */
export interface Learned {
  readonly outcome: 'new' | 'nothing-new' | 'unchanged' | 'failed' | 'gone';
  readonly value: Partial<Value>;
  readonly waitMs: number;
}
