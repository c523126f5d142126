import { describe, expect, test } from '@jest/globals';
import { areCopies, areNear } from '../../../chain/enrich/story/copies.ts';
import { readRuns } from '../../../chain/enrich/story/runs.ts';
import { sharedBands, signatureOf } from '../../../chain/enrich/story/signature.ts';
import { madeCopies } from '../../../lab/evaluate/stories/made.ts';

const texts: Readonly<Record<string, string>> = {
  en: [
    'The foreign ministers of the two countries met in the old town hall on Tuesday morning.',
    'They spoke for 3 hours about the new bridge, the price of grain and the rights of fishermen.',
    'A joint statement said that both sides would send 12 experts to the border before 31 May.',
    'The bridge was closed 2 years ago after a flood had carried away one of its pillars in 2019.',
    'Trade between the neighbours has fallen by 34 percent since, according to the chamber of commerce.',
    'Farmers on the eastern bank now drive 60 kilometres to reach the market on the other side.',
    'The ministers will meet again on 9 September, this time in the harbour city on the coast.',
  ].join('\n'),
  zh: [
    '两国外交部长周二上午在老市政厅会面，就新桥、粮价和渔民权利谈了3个小时。',
    '联合声明说，双方将在5月31日之前派12名专家前往边境，检查2019年洪水冲毁的桥墩。',
    '据商会统计，两国贸易额下降了34%，东岸的农民现在要开车60公里才能到达对岸的市场。',
    '两位部长商定9月再次会面，届时会谈将在海边的港口城市举行，渔民代表也会出席。',
  ].join('\n'),
};
const compare = (a: string, b: string): boolean => {
  const [one, other] = [readRuns(a), readRuns(b)];
  return one !== null && other !== null && areCopies(one, other);
};

describe.each(Object.entries(texts))('%s', (_language, text) => {
  test.each(Object.entries(madeCopies))('a copy by the rule %s is one, and is looked up', (_rule, make) => {
    expect(compare(text, make(text))).toBe(true);
    expect(sharedBands(signatureOf(text), signatureOf(make(text)))).toBeGreaterThan(0);
  });

  test('a text from the same mould with other numbers is none', () => {
    expect(
      compare(
        text,
        text.replace(/\d+/g, (digits) => String(Number(digits) + 7)),
      ),
    ).toBe(false);
  });

  test('a rewrite that keeps a sentence is none', () => {
    const [first = '', ...rest] = text.split('\n');
    expect(compare(text, [first, ...rest.map((line) => [...line].reverse().join(''))].join('\n'))).toBe(
      false,
    );
  });
});

test('the same text a month later is another story; without a day it may be one', () => {
  expect(areNear('2024-05-01', '2024-05-08')).toBe(true);
  expect(areNear('2024-05-01', '2024-06-01')).toBe(false);
  expect(areNear(null, '2024-06-01')).toBe(true);
});
