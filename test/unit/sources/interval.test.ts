import { expect, test } from '@jest/globals';
import { backOffMs, intervalOf, rhythmOf } from '../../../worker/sources/interval.ts';

const now = new Date('2024-03-05T12:00:00Z');
const minute = 60_000;
const ago = (minutes: number): string => new Date(now.getTime() - minutes * minute).toISOString();
const leastMs = 2 * minute;
const every = (minutes: number, first = 0) => Array.from({ length: 30 }, (_, n) => ago(first + n * minutes));

test.each([
  ['ten minutes apart: asked twice as often', every(10), 0, 5],
  ['a minute apart: not more often than allowed', every(1), 0, 2],
  ['two days apart: four times a day', every(2880), 0, 360],
  ['nothing known: as if it published every hour', [], 0, 30],
  ['silent for eight hours: asked every hour', every(10, 480), 0, 60],
  ['dates ahead are no news', [...every(10), ago(-5000)], 0, 5],
  ['the source wants an hour', every(10), 60, 60],
  ['the source wants a year: a day', every(10), 525_600, 1440],
])('%s', (_name, published, restMinutes, minutes) => {
  const rhythm = rhythmOf(published, now);
  expect(intervalOf(rhythm, { leastMs, restMs: restMinutes * minute, now })).toBe(minutes * minute);
});

test('failures in a row double the wait, up to a day', () => {
  const waits = [1, 2, 3, 30].map(
    (failures) => backOffMs(failures, { leastMs, intervalMs: 5 * minute }) / minute,
  );
  expect(waits).toEqual([10, 20, 40, 1440]);
});
