import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hashFolded } from '../../../chain/enrich/people/tagger/hashing.ts';
import {
  buildWordClusters,
  clusterKey,
  openWordClusters,
} from '../../../chain/enrich/people/tagger/word-clusters.ts';

const key = (word: string, capital: boolean): number => clusterKey(hashFolded(word, 0, word.length), capital);
const pack = (words: readonly (readonly [string, boolean, readonly number[]])[], bits = 8) =>
  openWordClusters(
    buildWordClusters(
      words.map(([word, capital, groups]) => ({ key: key(word, capital), groups })),
      bits,
      2,
    ),
  );

describe('groups of words', () => {
  test('a capitalised word is another word', () => {
    const { groups, offsetOf, columns } = pack([
      ['Lange', true, [3, 4]],
      ['lange', false, [5, 0]],
    ]);
    const groupsOf = (at: number): number[] => [...groups.subarray(at, at + columns)];
    expect(groupsOf(offsetOf(key('LANGE', true)))).toEqual([3, 4]);
    expect(groupsOf(offsetOf(key('lange', false)))).toEqual([5, 0]);
    expect(offsetOf(key('kurz', false))).toBe(-1);
  });

  test('more words than slots lose words, never their groups', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 60 }), (words) => {
        const { groups, offsetOf } = pack(
          words.map((word) => [word, false, [7, 9]] as const),
          5,
        );
        return words.every((word) => {
          const at = offsetOf(key(word, false));
          return at < 0 || (groups[at] === 7 && groups[at + 1] === 9);
        });
      }),
      { numRuns: 50 },
    );
  });
});
