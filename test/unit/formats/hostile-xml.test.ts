import { expect, test } from '@jest/globals';
import { readSource } from '../../../chain/decode/source-entries.ts';
import { type Submitted, submitInput } from '../../../chain/decode/submit.ts';
import { cutXml } from '../../../chain/decode/xml-cutter.ts';
import { contentInput } from '../../../platform/articles/content.ts';
import { leastCpu, longestHold } from '../../support/least-cpu.ts';

const megabytes = 5 * 1024 * 1024 - 3000;
const filled = (one: (at: number) => string, length = megabytes): string => {
  const parts: string[] = [];
  for (let [at, found] = [0, 0]; found < length; at += 1) {
    const part = one(at);
    parts.push(part);
    found += part.length;
  }
  return parts.join('');
};
const inEachOther = (name: string, outer: number, inner: number): string =>
  `<${name}>`.repeat(outer) + `<${name}/>`.repeat(inner) + `</${name}>`.repeat(outer);
const send = (text: string, type: string): Submitted =>
  submitInput(contentInput(Buffer.from(text), type, null, {}), { id: 'x' });

test.each<readonly [string, string, () => string, RegExp]>([
  [
    'a letter before the first tag',
    'application/xml',
    () => `x<newsItem >${'<a/>'.repeat(199_000)}</newsItem>`,
    /^too-many-parts: more than 30000 tags by character/,
  ],
  [
    'a letter before JSON',
    'application/feed+json',
    () => `x{"items":[${'{},'.repeat(1_500_000)}]}`,
    /^too-many-parts: more than 20000 members/,
  ],
  [
    'attributes with > in their values',
    'application/xml',
    () => `<newsItem${filled((at) => ` a${at.toString(36)}=">"`)}/>`,
    /^too-many-parts: a tag of more than 200 attributes at character 1$/,
  ],
  [
    'namespaces with > in their values',
    'application/xml',
    () => `<newsItem${filled((at) => ` xmlns:a${at.toString(36)}=">"`)}/>`,
    /^too-many-parts: a tag of more than 200 attributes at character 1$/,
  ],
  [
    'attributes without values',
    'application/xml',
    () => `<newsItem ${filled((at) => `a${at.toString(36)} `)}/>`,
    /^too-many-parts: a tag of more than 200 attributes at character 1$/,
  ],
  [
    'many tags of 199 attributes',
    'application/xml',
    () => `<newsItem>${filled(() => `<a ${'a '.repeat(199)}/>`)}</newsItem>`,
    /^too-many-parts: more than 60000 attributes by character/,
  ],
  [
    'news items in each other',
    'application/xml',
    () => inEachOther('newsItem', 95, 28_000),
    /^too-deep: XML of over 3 <newsitem> in each other$/,
  ],
  [
    'the same in NewsML 1',
    'application/xml',
    () => `<NewsML>${inEachOther('NewsItem', 95, 28_000)}</NewsML>`,
    /^too-deep: XML of over 3 <newsitem> in each other$/,
  ],
  [
    'content items in each other',
    'application/xml',
    () => `<NewsML><NewsItem>${inEachOther('ContentItem', 95, 28_000)}</NewsItem></NewsML>`,
    /^too-deep: XML of over 3 <contentitem> in each other$/,
  ],
  [
    'entries in each other',
    'application/rss+xml',
    () => `<rss>${inEachOther('item', 95, 28_000)}</rss>`,
    /^several-articles: 28095 articles/,
  ],
])('%s: refused before it costs much', async (_, type, make, detail) => {
  const text = make();
  expect(send(text, type)).toMatchObject({ kind: 'invalid', detail: expect.stringMatching(detail) });
  expect(await leastCpu(() => send(text, type))).toBeLessThan(longestHold);
});

test.each<readonly [string, () => string]>([
  [
    'white space in an entity',
    () => `<!DOCTYPE x [<!ENTITY${' '.repeat(megabytes)}<]><newsItem>a</newsItem>`,
  ],
  [
    'three items around one long text',
    () =>
      `<NewsML>${'<NewsItem>'.repeat(3)}<ContentItem><DataContent>${' '.repeat(megabytes - 300)}</DataContent></ContentItem>${'</NewsItem>'.repeat(3)}</NewsML>`,
  ],
  [
    'fields in fields',
    () =>
      `<NewsML><NewsItem><ProviderId><DateId><NewsItemId><RevisionId>${'x '.repeat(2_400_000)}</RevisionId></NewsItemId></DateId></ProviderId></NewsItem></NewsML>`,
  ],
])('%s costs little', async (_, make) => {
  const text = make();
  expect(await leastCpu(() => send(text, 'application/xml'))).toBeLessThan(longestHold);
});

test('broken bytes of EUC-JP cost little', async () => {
  const bytes = Buffer.concat([Buffer.from('<newsItem >'), Buffer.alloc(megabytes, 0x8f)]);
  const input = contentInput(bytes, 'application/xml', 'euc-jp', {});
  expect(await leastCpu(() => submitInput(input))).toBeLessThan(4 * longestHold);
});

const rss = (inner: string): string => `<rss><channel>${inner}</channel></rss>`;
const read = (text: string) => readSource(text, 'text/xml', 'n.example:');

test.each<readonly [string, () => string, RegExp]>([
  ['namespaces at each level', () => `<rss>${filled((at) => `<a xmlns:n${at}="b">`, 220_000)}`, /too-deep/],
  [
    'namespaces of outer elements',
    () => `<rss>${filled((at) => `<a${filled((n) => ` xmlns:n${at}-${n}="b"`, 2000)}>`, 60_000)}<item/>`,
    /more than 1000 namespaces/,
  ],
  [
    'long namespaces',
    () => `<rss xmlns:a="${'b'.repeat(20_000)}">${'<item/>'.repeat(1000)}</rss>`,
    /more than 10000 characters/,
  ],
  [
    'namespaces repeated in each entry',
    () => `<rss xmlns:a="${'b'.repeat(9000)}">${'<item/>'.repeat(100_000)}</rss>`,
    /too-large/,
  ],
  [
    'two hundred short namespaces, which five thousand entries repeat',
    () =>
      `<rss${Array.from({ length: 199 }, (_, n) => ` xmlns:n${n}="${'b'.repeat(30)}"`).join('')}>${'<item/>'.repeat(5000)}</rss>`,
    /too-large/,
  ],
  [
    'attributes of one entry',
    () => rss(`<item${filled((at) => ` a${at.toString(36)}=">"`)}/>`),
    /more than 200 attributes/,
  ],
  ['tags', () => rss('<a/>'.repeat(1_300_000)), /more than 600000 tags/],
  [
    'JSON Feed of a million entries',
    () => `{"version":"https://jsonfeed.org/version/1.1","items":[${'{},'.repeat(1_000_000)}{}]}`,
    /more than 250000 members/,
  ],
])('a feed of %s is refused', async (_, make, reason) => {
  await expect(read(make())).rejects.toThrow(reason);
});

test('an entry that cannot be read is left out by itself', async () => {
  const { entries, refused } = await read(
    rss(`<item><title>A</title></item><item><title>B</title>${'<b/>'.repeat(31_000)}</item>`),
  );
  expect(entries.map(({ given }) => given.title)).toEqual(['A']);
  expect([...refused]).toEqual([[expect.stringMatching(/^too-many-parts: more than 30000 tags/), 1]]);
});

test('no more than 5,000 entries are read, also of those that are left out', async () => {
  const { entries, refused } = await read(rss('<item/>'.repeat(20_000)));
  expect(entries.length + [...refused.values()].reduce((sum, count) => sum + count, 0)).toBe(5000);
});

test('elements that are cut out keep the namespaces around them, the innermost of a prefix', () => {
  const source = '<r xmlns="1" xmlns:a="2" xmlns:b="3"><s xmlns:a="4"><item xmlns:b="5"/></s><t/><item/></r>';
  expect(cutXml(source, ['item'])).toEqual([
    '<item xmlns="1" xmlns:a="4" xmlns:b="5"/>',
    '<item xmlns="1" xmlns:a="2" xmlns:b="3"/>',
  ]);
});
