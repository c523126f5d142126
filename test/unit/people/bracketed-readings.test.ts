import { describe, expect, test } from '@jest/globals';
import { addReadings } from '../../../chain/enrich/people/correct/bracketed-readings.ts';

const find = (text: string, ...names: string[]): string[] => {
  const spans = names.map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length }));
  return addReadings(text, spans).map(({ start, end }) => text.slice(start, end));
};

describe('readings in brackets behind Japanese names', () => {
  test.each([
    ['田中太郎(たなか・たろう)氏が会見した。', ['田中太郎'], ['田中太郎', 'たなか・たろう']],
    ['李明（イ・ミョン）大統領', ['李明', 'ミョン'], ['李明', 'イ・ミョン']],
    ['田中氏(自民党)が', ['田中'], ['田中']],
    ['田中(51)は', ['田中'], ['田中']],
    ['スミス(すみす)氏', ['スミス'], ['スミス']],
  ])('%s', (text, names, found) => {
    expect(find(text, ...names)).toEqual(found);
  });
});
