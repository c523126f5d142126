import { expect, test } from '@jest/globals';
import { inTime } from '../../../api/search/count-across.ts';

test('what is there in time is given', async () => {
  expect(await inTime(Promise.resolve(3), 1000)).toBe(3);
});

test('what is late is left out', async () => {
  const started = performance.now();
  expect(await inTime(new Promise(() => {}), 20)).toBeNull();
  expect(performance.now() - started).toBeLessThan(5000);
});

test('a failure in time stays one', async () => {
  await expect(inTime(Promise.reject(new Error('down')), 1000)).rejects.toThrow('down');
});
