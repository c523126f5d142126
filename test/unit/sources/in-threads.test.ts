import { afterAll, expect, test } from '@jest/globals';
import { readAnswer } from '../../../worker/sources/read-answer.ts';
import { createThreadPool } from '../../../worker/threads/pool.ts';
import { longestHold, longestTurn } from '../../support/least-cpu.ts';

const pool = createThreadPool({ threads: 1, memoryMb: 256 });
afterAll(() => pool.close());

const answered = (text: string) => ({
  url: 'https://n.example/feed',
  contentType: 'application/rss+xml',
  charset: null,
  bytes: Buffer.from(text),
});
const feedOf = (items: string): string => `<rss><channel>${items}</channel></rss>`;

test('a thread reads what a source has sent, and says why it cannot', async () => {
  const feed = answered(feedOf('<item><guid>1</guid><title>A</title></item><item/>'));
  expect(await pool.readSource(feed)).toEqual(await readAnswer(feed));
  expect(await pool.readSource(answered('<html>'))).toMatch(/^not-a-source/);
}, 60_000);

test.each([
  ['many entries', feedOf('<item><title>a</title></item>'.repeat(20_000))],
  [
    'marks',
    feedOf(`<item><title>a</title><description>a${'\u0301\u0316'.repeat(600_000)}</description></item>`),
  ],
  ['items in items', feedOf('<item>'.repeat(190) + '<item/>'.repeat(50_000) + '</item>'.repeat(190))],
])(
  'a feed of %s does not hold the main thread',
  async (_, text) => {
    const feed = answered(text);
    expect(await longestTurn(() => pool.readSource(feed))).toBeLessThan(longestHold);
  },
  60_000,
);
