import { expect, test } from '@jest/globals';
import { createRandom, shuffle } from '../../../lab/random.ts';

test('the same seed gives the same numbers and the same order, another seed others', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, createRandom(seed));
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  const items = Array.from({ length: 50 }, (_, n) => n);
  expect(shuffle(items, createRandom(1))).toEqual(shuffle(items, createRandom(1)));
  expect(shuffle(items, createRandom(1))).not.toEqual(items);
});

test('a shuffle keeps every item, each place being equally likely', () => {
  const random = createRandom(3);
  const firsts = new Map<number, number>();
  for (let n = 0; n < 6000; n += 1) {
    const order = shuffle([0, 1, 2], random);
    expect([...order].sort()).toEqual([0, 1, 2]);
    firsts.set(order[0] ?? -1, (firsts.get(order[0] ?? -1) ?? 0) + 1);
  }
  for (const count of firsts.values()) expect(Math.abs(count - 2000)).toBeLessThan(150);
});
