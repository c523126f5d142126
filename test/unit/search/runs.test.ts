import { describe, expect, test } from '@jest/globals';
import { runClause, splitRuns } from '../../../api/search/runs.ts';

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

describe('runClause', () => {
  test.each([
    // The second for texts of languages without pairs of characters.
    ['国家安全', ['body.bigram', 'body']],
    ['จากการ', ['body.bigram', 'body']],
    ['十人', ['body', 'body.bigram']],
    ['10人', ['body', 'body.bigram']],
    // The last in the other kana: of kana alone as a word of the dictionary, but for what stands behind names.
    ['食べる', ['body', 'body.bigram', 'body.bigram']],
    ['ごみ処理', ['body', 'body.bigram', 'body.bigram']],
    ['リンゴ', ['body', 'body.bigram', 'body']],
    ['サン', ['body', 'body.bigram']],
    ['장관', ['body', 'body.bigram']],
    ['京', ['body', 'body.exact']],
  ])('%s is looked for in %j', (run, fields) => {
    const found = [...JSON.stringify(runClause(run, ['body'])).matchAll(/"fields":\["([^"]+)"\]/g)];
    expect(found.map(([, field]) => field)).toEqual(fields);
  });
});
