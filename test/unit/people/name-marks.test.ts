import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { typeOf } from '../../../chain/enrich/people/tagger/character-types.ts';
import { hashFolded } from '../../../chain/enrich/people/tagger/hashing.ts';
import { markNames, wordKinds } from '../../../chain/enrich/people/tagger/name-marks.ts';
import { buildWordClusters, openWordClusters } from '../../../chain/enrich/people/tagger/word-clusters.ts';

const list = openWordClusters(
  buildWordClusters(
    Object.entries({
      山: wordKinds.surname,
      山田: wordKinds.surname,
      田太: wordKinds.given,
      太郎: wordKinds.given,
      マックス: wordKinds.person,
    }).map(([word, kinds]) => ({ key: hashFolded(word, 0, word.length), groups: [0, 0, kinds] })),
    8,
    3,
  ),
);

const marksOf = (text: string) => {
  const unit = Uint16Array.from(text, (character) => character.charCodeAt(0));
  return markNames(unit, Uint8Array.from(unit, typeOf), list);
};

describe('names over characters', () => {
  test('the longest surname that a given name follows is told from it', () => {
    expect([...marksOf('と山田太郎は').pair]).toEqual([0, 1, 3, 4, 6, 0]);
  });

  test('each kind is marked by its longest name, with its length and the place in it', () => {
    const { surname, person } = marksOf('山田マックス');
    expect([...surname]).toEqual([9, 11, 0, 0, 0, 0]);
    expect([...person]).toEqual([0, 0, 17, 18, 18, 19]);
  });

  test('nothing is marked outside the text, nor across a mark', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('山', '田', '太', '郎', '、'), { maxLength: 30 }),
        (characters) => {
          const text = characters.join('');
          const whole = marksOf(text);
          const parts = text.split('、').map(marksOf);
          for (const kind of ['pair', 'surname', 'person'] as const)
            expect([...whole[kind]]).toEqual(
              parts.flatMap((part, at) => (at === 0 ? [...part[kind]] : [0, ...part[kind]])),
            );
        },
      ),
      { numRuns: 100 },
    );
  });
});
