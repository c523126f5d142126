import { expect, test } from '@jest/globals';
import { createRobots } from '../../../worker/sources/robots.ts';
import { leastCpu, longestHold } from '../../support/least-cpu.ts';

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

const long = `https://news.example/${'a'.repeat(1900)}`;

test.each([
  ['wildcards', `User-agent: *\n${`Disallow: /${'*a'.repeat(50)}b\n`.repeat(4800)}`, false],
  ['wildcards at the end', `User-agent: *\n${'Disallow: /b*\nAllow: /a*\n'.repeat(18_000)}`, true],
  ['wildcards and nothing else', `User-agent: *\n${'Disallow:*# a\n'.repeat(36_000)}`, false],
  ['rules', `User-agent: *\n${'Allow: /b\n'.repeat(50_000)}`, false],
  ['names for as many rules', `${'User-agent: *\n'.repeat(16_000)}${'Allow: /b*a\n'.repeat(20_000)}`, false],
])('a robots.txt of many %s costs little; what is not compared is disallowed', async (_, text, isAllowed) => {
  const rules = await rulesOf(text);
  if (rules.kind !== 'known') throw new Error(rules.reason);
  expect(rules.allows(long)).toBe(isAllowed);
  expect(await leastCpu(() => rules.allows(long))).toBeLessThan(longestHold);
});

test('our own group counts before that for everybody; groups of others do not', async () => {
  const rules = await rulesOf(
    'User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /b\n\nUser-agent: x\nUser-agent: DateLine/1.0\nSitemap: s\nuser-agent: dateline\nAllow: /c/d # all\ndisallow : /c*\nCrawl-delay: 3',
  );
  if (rules.kind !== 'known') throw new Error(rules.reason);
  const allows = (path: string): boolean => rules.allows(`https://news.example${path}`);
  expect([allows('/b'), allows('/c/d'), allows('/c/e'), rules.delayMs]).toEqual([true, true, false, 3000]);
  const nobody = await rulesOf('User-agent: other\nDisallow: /');
  expect(nobody.kind === 'known' && nobody.allows(long)).toBe(true);
});
