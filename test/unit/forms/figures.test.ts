import { expect, test } from '@jest/globals';
import { countFinds } from '../../../lab/evaluate/forms/figures.ts';

const rows = [
  { form: 'vote', lemma: 'vote', count: 3 },
  { form: 'votes', lemma: 'vote', count: 1 },
  { form: 'voted', lemma: 'vote', count: 1 },
  { form: 'volt', lemma: 'volt', count: 1 },
];

test('shares count each find by how often its form stands', () => {
  const stems: Record<string, string> = { vote: 'vot', votes: 'vot', voted: 'voted', volt: 'vot' };
  const keys = (form: string): string[] => [stems[form] ?? form];
  const { recall, precision } = countFinds(rows, { stands: keys, asks: keys });
  // vote finds 1 of 2, votes 3 of 4, voted none.
  expect(recall).toBeCloseTo((1 / 2 + 3 / 4 + 0) / 3);
  // vote: votes of votes and volt; votes: vote of vote and volt; volt: none of vote and votes.
  expect(precision).toBeCloseTo((1 / 2 + 3 / 4 + 0) / 3);
});

test('what is asked for may differ from what stands', () => {
  const { recall } = countFinds(rows, { stands: () => ['x'], asks: () => [] });
  expect(recall).toBe(0);
});
