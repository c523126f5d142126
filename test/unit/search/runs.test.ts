import { describe, expect, test } from '@jest/globals';
import { splitRuns } from '../../../api/search/runs.ts';

describe('splitRuns', () => {
  test.each([
    ['国家安全', { runs: ['国家安全'], joined: [], others: '' }],
    ['国家、安全 G7峰会', { runs: ['国家', '安全', 'G7峰会'], joined: [], others: '' }],
    ['한·미·일 talks', { runs: ['한·미·일'], joined: [], others: 'talks' }],
    ['cease-fire talks in Gaza', { runs: [], joined: ['cease-fire'], others: 'talks in Gaza' }],
    ['a - b', { runs: [], joined: [], others: 'a - b' }],
    ['نمی‌توانند', { runs: [], joined: ['نمی‌توانند'], others: '' }],
    ['', { runs: [], joined: [], others: '' }],
  ])('%s', (query, expected) => {
    expect(splitRuns(query)).toEqual(expected);
  });
});
