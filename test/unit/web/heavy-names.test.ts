import { expect, test } from '@jest/globals';
import { indexPrefixes } from '../../../api/suggest/name-prefixes.ts';
import { recognizeDelisted } from '../../../authorities/people/delisted-names.ts';
import { boundDocument } from '../../../chain/bounds.ts';
import { documentOf } from '../../support/documents.ts';
import { leastCpu, longestHold, longestTurn } from '../../support/least-cpu.ts';

/** As long as a name may be. */
const longest = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `aa${n.toString(36)} ${'word é '.repeat(27)}${n}`);

test('names are prepared for suggestions without holding the event loop', async () => {
  const names = longest(10_000).map((form, n) => ({ id: `${n}`, form }));
  expect(await longestTurn(() => indexPrefixes(names))).toBeLessThan(longestHold);
  const { find } = await indexPrefixes(names.slice(0, 10));
  expect([...find('aa3', 5).keys()]).toEqual(['3']);
});

test('as many names as a page of results may have are compared with those of delisted persons at once', async () => {
  const names = Array.from({ length: 100_000 }, (_, n) => `zelda of the ${n.toString(36)} harbour`);
  const delisted = ['Zebulon Harrington', 'Юлия Петрова', 'Angela Merkel'];
  let found = 0;
  const compare = (): void => {
    const isDelisted = recognizeDelisted(delisted.map((name, n) => `${n}x ${name}`));
    for (const name of names) if (isDelisted(name)) found += 1;
  };
  expect(await leastCpu(compare)).toBeLessThan(longestHold);
  expect(found).toBe(0);
});

test('names of an article have a thousand places, and room for usual lengths', () => {
  const count = (names: readonly string[]): number => {
    const mentions = names.map((name) => ({ id: `name:${name}`, name, roles: [], mentions: [] }));
    const people = names.map((name) => `name:${name}`);
    const bound = boundDocument(documentOf({ id: 'a', people, authors: people, mentions }));
    expect(bound.authors).toEqual(bound.people);
    expect(bound.mentions.length).toBeLessThanOrEqual(bound.people.length);
    return bound.people.length;
  };
  expect(count(Array.from({ length: 1200 }, (_, n) => `zelda harrington ${n}`))).toBe(1000);
  expect(count(longest(1000))).toBeLessThan(200);
});
