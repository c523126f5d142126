import { expect, test } from '@jest/globals';
import { pendingOperation, readPending, strikeOff } from '../../platform/articles/pending.ts';
import { pendingRecord } from '../../platform/articles/records.ts';

const names = { raw: 'raw', history: 'history', pending: 'pending', failures: 'failures' };
const items = ['a', 'b'].map((id) => ({ id, revision: 2, bytes: 7 }));
const since = '2024-05-01T00:00:00.000Z';

test('one article stands under its id and revision, a batch under a hash, and each is struck off by what it was listed by', () => {
  for (const [work, isBatch] of [
    [{ items, queue: 'bulk', since, trace: 't' }, true],
    [{ items: items.slice(0, 1), queue: 'live', since, notBefore: since }, false],
  ] as const) {
    const { action, document } = pendingOperation(names, work);
    const { index } = JSON.parse(action);
    const [struck, ...others] = strikeOff(names, work.items, isBatch);
    expect(others).toEqual([]);
    expect(JSON.parse(struck?.action ?? '').delete).toEqual(index);
    expect(readPending(pendingRecord.parse(JSON.parse(document ?? '')))).toMatchObject(work);
  }
});
