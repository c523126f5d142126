import { expect, test } from '@jest/globals';
import { createTurns } from '../../../api/search/turns.ts';

/** A run that ends when it is told to. */
const held = () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { run: () => promise, end: resolve };
};

test('so many run at a time, in the order they came, second questions first', async () => {
  const turns = createTurns(1);
  const began: string[] = [];
  const running = held();
  const noted = (name: string) => async (): Promise<void> => {
    began.push(name);
  };
  const all = [
    turns.take(running.run),
    turns.take(noted('second')),
    turns.take(noted('third')),
    turns.take(noted('again'), { again: true }),
  ];
  await Promise.resolve();
  expect(began).toEqual([]);
  running.end();
  await Promise.all(all);
  expect(began).toEqual(['again', 'second', 'third']);
});

test('a run that fails gives its turn back', async () => {
  const turns = createTurns(1);
  await expect(turns.take(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(turns.take(async () => 'next')).resolves.toBe('next');
});

test('more are let in as soon as more are allowed', async () => {
  const turns = createTurns(1);
  const [one, other] = [held(), held()];
  const ran: string[] = [];
  const waiting = [
    turns.take(one.run),
    turns.take(() => {
      ran.push('other');
      return other.run();
    }),
  ];
  await Promise.resolve();
  expect(ran).toEqual([]);
  turns.allow(2);
  await Promise.resolve();
  await Promise.resolve();
  expect(ran).toEqual(['other']);
  one.end();
  other.end();
  await Promise.all(waiting);
});

test('a line that is too long is refused at its end', async () => {
  const turns = createTurns(1);
  const running = held();
  const first = turns.take(running.run);
  const waiting = Array.from({ length: 1000 }, () => turns.take(async () => {}));
  await expect(turns.take(async () => {})).rejects.toThrow('too many searches are waiting');
  running.end();
  await Promise.all([first, ...waiting]);
});
