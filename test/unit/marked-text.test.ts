import { expect, test } from '@jest/globals';
import { shortenFragment } from '../../domain/marked-text.ts';

const balanced = (html: string): boolean => html.split('<mark>').length === html.split('</mark>').length;

test.each([
  ['marks one by one', '<mark>漢</mark>'.repeat(10_000)],
  ['one long mark', `<mark>${'漢'.repeat(10_000)}</mark>`],
  ['a mark far behind', `${'字'.repeat(5000)}<mark>漢</mark>${'字'.repeat(5000)}`],
  ['entities', `${'&amp;'.repeat(2000)}<mark>漢</mark>${'&#x27;'.repeat(2000)}`],
  ['characters of two units', `${'𠮷'.repeat(3000)}<mark>𠮷</mark>${'𠮷'.repeat(3001)}`],
])('a fragment of %s is cut around its first match', (_, fragment) => {
  for (const shift of ['', 'a', 'ab', 'abc', 'abcd', 'abcde']) {
    const part = shortenFragment(shift + fragment);
    expect(part.length).toBeLessThan(800);
    expect(part).toContain('<mark>');
    expect(balanced(part)).toBe(true);
    expect(part.isWellFormed()).toBe(true);
    expect(part.replace(/<\/?mark>|&(?:amp|#x27);/g, '')).not.toMatch(/[<>&;]/);
  }
});

test('a fragment of usual length stays as it is', () => {
  expect(shortenFragment('The <mark>harbour</mark> opened.')).toBe('The <mark>harbour</mark> opened.');
});
