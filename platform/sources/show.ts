import type { EntryCounts } from './entries.ts';
import { type SourceRecord, stateOf } from './records.ts';

const none: EntryCounts = { waiting: 0, taken: 0, refused: 0 };

/** A source in the output of commands and of the API. */
export const showSource = (source: SourceRecord, entries: EntryCounts = none) => {
  const { id, url, added, active, due, value } = source;
  const { mode, polled, answered, brought, intervalMs, failures, reason } = value;
  return {
    id,
    url,
    mode,
    state: stateOf(source),
    added,
    polled,
    answered,
    brought,
    due: active ? due : null,
    'interval-seconds': Math.round(intervalMs / 1000),
    'failures-in-a-row': failures,
    reason,
    entries,
  };
};
