import { describe, expect, test } from '@jest/globals';
import { matchHanjaSurnames } from '../../../chain/enrich/people/correct/hanja-surnames.ts';

const find = (text: string, ...names: string[]): string[] => {
  const spans = names.map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length }));
  return matchHanjaSurnames(text, spans).map(({ start, end }) => text.slice(start, end));
};

describe('surnames in Chinese characters in Korean headlines', () => {
  test('stand for somebody whom the text names in full', () => {
    expect(find('尹, 회의 주재\n윤철수 대통령은 10일 밝혔다.', '윤철수')).toEqual(['尹', '윤철수']);
  });

  test('a country, a party or a surname of nobody here is no person', () => {
    expect(find('美·與 "文 해명해야"\n윤철수 대통령은 10일 밝혔다.', '美', '與', '윤철수')).toEqual([
      '윤철수',
    ]);
  });

  test('a character within a Chinese word is none', () => {
    expect(find('尹錫東 전시회\n윤철수 대통령은 10일 밝혔다.', '윤철수')).toEqual(['윤철수']);
  });
});
