import { expect, test } from '@jest/globals';
import { isDense, readPairSpelling } from '../../../api/search/dense-spelling.ts';

const answer = (offset: number, ...options: [text: string, freq: number][]) => ({
  offset,
  options: options.map(([text, freq]) => ({ text, freq })),
});

test('a character is changed to what fits both of its neighbours, the commonest first', () => {
  const suggest = {
    body: [
      answer(0, ['渔业', 9]),
      answer(1, ['业协', 5], ['业务', 7]),
      answer(2, ['协议', 4], ['协定', 6], ['会议', 8]),
    ],
  };
  const spelt = readPairSpelling('渔业协义', [suggest]);
  expect(spelt.slice(0, 3)).toEqual(['业渔协义', '渔协业义', '渔业义协']);
  expect(spelt.slice(3, 5)).toEqual(['渔业协定', '渔业协议']);
});

test('characters beyond the basic plane stay whole', () => {
  expect(readPairSpelling('𠮷野家', [])).toEqual(['野𠮷家', '𠮷家野']);
});

test.each([
  ['王毅访问', true],
  ['東京タワー', true],
  ['王毅 访问', false],
  ['王', false],
  ['Wang Yi', false],
  ['\ud800\ud800', false],
])('%s', (text, dense) => {
  expect(isDense(text)).toBe(dense);
});
