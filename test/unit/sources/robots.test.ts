import { expect, test } from '@jest/globals';
import { boundWildcards, createRobots } from '../../../worker/sources/robots.ts';
import { leastCpu } from '../../support/least-cpu.ts';

const rulesOf = async (text: string) => {
  const robots = createRobots(async () => ({
    kind: 'fetched',
    url: 'https://news.example/robots.txt',
    contentType: 'text/plain',
    charset: null,
    bytes: Buffer.from(text),
    caching: { etag: null, lastModified: null, freshMs: 0 },
  }));
  return robots.rulesFor('https://news.example/a');
};

test('rules with wildcards hold', async () => {
  const rules = await rulesOf('User-agent: *\nDisallow: /private/*.html$\nDisallow: /tmp*\nCrawl-delay: 2');
  if (rules.kind !== 'known') throw new Error(rules.reason);
  expect(rules.delayMs).toBe(2000);
  expect(rules.allows('https://news.example/private/a.html')).toBe(false);
  expect(rules.allows('https://news.example/private/a.txt')).toBe(true);
  expect(rules.allows('https://news.example/tmp/a')).toBe(false);
});

test('a hostile robots.txt costs little, and what is not compared is disallowed', async () => {
  const hostile = `User-agent: *\n${`Disallow: /${'*a'.repeat(50)}b\n`.repeat(4800)}`;
  const rules = await rulesOf(hostile);
  if (rules.kind !== 'known') throw new Error(rules.reason);
  const url = `https://news.example/${'a'.repeat(1900)}`;
  expect(rules.allows(url)).toBe(false);
  expect(await leastCpu(() => rules.allows(url))).toBeLessThan(1000);
});

test('rules without a wildcard inside stay as they are', () => {
  const plain = 'User-agent: *\nDisallow: /a\nAllow: /b*\nDisallow: / # * all *\n'.repeat(5000);
  expect(boundWildcards(plain)).toBe(plain);
});
