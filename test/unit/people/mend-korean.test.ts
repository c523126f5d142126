import { describe, expect, test } from '@jest/globals';
import { mendKoreanNames } from '../../../worker/enrich/people/mend-korean.ts';
import { readMarked } from '../../support/marked-names.ts';

const mend = (marked: string): string[] => {
  const { text, spans } = readMarked(marked);
  return mendKoreanNames(text, spans).map(({ start, end }) => text.slice(start, end));
};

describe('Korean names mended behind the tagger', () => {
  test('a dot parts two people', () => {
    expect(mend('[노철수ㆍ문영희] 전 대통령')).toEqual(['노철수', '문영희']);
    expect(mend('[김철수·박영희·이민수] 의원')).toEqual(['김철수', '박영희', '이민수']);
  });

  test('titles are nobody’s name, but a surname that reads as one of their words is', () => {
    expect(mend('[송철수] [신부님]과 [문영희] [전] 대통령')).toEqual(['송철수', '문영희']);
    expect(mend('사건과 관련해 [전]씨와 상담했다')).toEqual(['전']);
  });
});
