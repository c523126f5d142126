import { expect, test } from '@jest/globals';
import { createConcurrencyLimit } from '../../../api/search/concurrency-limit.ts';

/** A run that ends when it is told to. */
const held = () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { run: () => promise, end: resolve };
};

test('so many run at a time, in the order they came, second questions first', async () => {
  const limit = createConcurrencyLimit(1);
  const began: string[] = [];
  const running = held();
  const noted = (name: string) => async (): Promise<void> => {
    began.push(name);
  };
  const all = [
    limit.run(running.run),
    limit.run(noted('second')),
    limit.run(noted('third')),
    limit.run(noted('again'), { again: true }),
  ];
  await Promise.resolve();
  expect(began).toEqual([]);
  running.end();
  await Promise.all(all);
  expect(began).toEqual(['again', 'second', 'third']);
});

test('a run that fails gives its turn back', async () => {
  const limit = createConcurrencyLimit(1);
  await expect(limit.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(limit.run(async () => 'next')).resolves.toBe('next');
});

test('more are let in as soon as more are allowed', async () => {
  const limit = createConcurrencyLimit(1);
  const [one, other] = [held(), held()];
  const ran: string[] = [];
  const waiting = [
    limit.run(one.run),
    limit.run(() => {
      ran.push('other');
      return other.run();
    }),
  ];
  await Promise.resolve();
  expect(ran).toEqual([]);
  limit.resize(2);
  await Promise.resolve();
  await Promise.resolve();
  expect(ran).toEqual(['other']);
  one.end();
  other.end();
  await Promise.all(waiting);
});

test('a line that is too long is refused at its end', async () => {
  const limit = createConcurrencyLimit(1);
  const running = held();
  const first = limit.run(running.run);
  const waiting = Array.from({ length: 1000 }, () => limit.run(async () => {}));
  await expect(limit.run(async () => {})).rejects.toThrow('too many searches are waiting');
  running.end();
  await Promise.all([first, ...waiting]);
});
