import { describe, expect, test } from '@jest/globals';
import { isLabelledCredit } from '../../../chain/clean/credit-lines.ts';
import { withLists } from '../../../chain/clean/lists.ts';
import { decode } from '../../../chain/decode/index.ts';

const blocksOf = (body: string) =>
  decode({
    id: 'page',
    revision: 1,
    input: {
      contentType: 'text/html',
      charset: 'utf-8',
      content: `<html><body>${body}</body></html>`,
      given: {},
    },
  }).blocks;

/** The lines that are chosen where text scores .9, what is listed .4 and all else .1. */
const chosenOf = (body: string): readonly string[] => {
  const blocks = blocksOf(body);
  const scores = blocks.map(({ text }) => {
    if (text.startsWith('Text')) return 0.9;
    return text.startsWith('Listed') ? 0.4 : 0.1;
  });
  const chosen = scores.map((score) => score >= 0.5);
  return blocks
    .filter((_, at) => withLists(blocks, Float64Array.from(scores), chosen)[at])
    .map(({ text }) => text);
};

describe('lists within a text', () => {
  test.each([
    ['<ul><li>Listed one.</li><li>Listed two.</li></ul>', ['Listed one.', 'Listed two.']],
    ['<blockquote><p>Listed words.</p></blockquote>', ['Listed words.']],
    ['<table><tr><td>Listed cell</td><td>Other</td></tr></table>', ['Listed cell']],
    ['<p>Listed as a paragraph.</p>', []],
    ['<div class="box"><div><ul><li>Listed elsewhere</li></ul></div></div>', []],
  ])('%s', (list, taken) => {
    const found = chosenOf(`<div><p>Text one.</p>${list}<p>Text two.</p></div>`);
    expect(found).toEqual(['Text one.', ...taken, 'Text two.']);
  });

  test.each([
    ['The Council decided:', true],
    ['理事会决定：', true],
    ['Read also:', false],
    ['The Council decided', false],
  ])('a line above a list of the text introduces it: %s', (line, is) => {
    const found = chosenOf(`<div><p>${line}</p><ul><li>Text one;</li><li>Text two.</li></ul></div>`);
    expect(found).toEqual([...(is ? [line] : []), 'Text one;', 'Text two.']);
    expect(
      chosenOf(`<div><p>${line}</p></div><div><div><div><ul><li>Text.</li></ul></div></div></div>`),
    ).toEqual(['Text.']);
  });

  test('what stands before or behind the text keeps its score', () => {
    const list = '<ul><li>Listed</li></ul>';
    expect(chosenOf(`<div>${list}<p>Text one.</p><p>Text two.</p>${list}</div>`)).toEqual([
      'Text one.',
      'Text two.',
    ]);
  });
});

test.each([
  ['来源：新华社客户端', true],
  ['责编：李四', true],
  ['Источник: Портовая газета', true],
  ['Автор: Иван Петров', true],
  ['Editor: Jane Roe', true],
  ['المصدر: وكالات', true],
  ['Author: the book was written by nobody else.', false],
  ['Source:', false],
  ['The source: a spring in the hills', false],
  [
    '来源：新华社客户端发表的一篇长文章指出，这座桥的修建经过了三年的讨论和两次修改才最终得到批准，而且费用比原先的计划还要少一成左右。',
    false,
  ],
])('a line of label and name is a credit: %s', (line, is) => {
  expect(isLabelledCredit(line)).toBe(is);
});
