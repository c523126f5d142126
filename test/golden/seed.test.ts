import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createChain } from '../../chain/index.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'seeds');
const present = existsSync(folder);
// The text is not ours to keep: what must be exact to the letter is held by its hash.
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const suite = present ? describe : describe.skip;
suite(`the seed${present ? '' : ' (absent: ../shared/seeds)'}`, () => {
  const file = present ? (readdirSync(folder).find((name) => name.endsWith('.txt')) ?? '') : '';
  const enriched = present ? readSeed(join(folder, file)) : null;

  test('has its title, and its text from the first sentence to the last without page furniture', () => {
    expect(hash(enriched?.title ?? '')).toBe('383284f5059dee41');
    expect(hash(enriched?.paragraphs.map(({ text }) => text).join('\n') ?? '')).toBe('7f28fbad261afe12');
    expect(enriched?.paragraphs).toHaveLength(9);
  });

  test('is dated by its update, in the zone of its publisher', () => {
    expect(enriched).toMatchObject({
      date: '2019-12-20',
      dateKind: 'updated',
      published: null,
      updated: { instant: '2019-12-19T23:03:00Z', precision: 'minute', zone: 'publisher' },
    });
  });

  test('is credited, placed and written in its language', () => {
    expect(enriched).toMatchObject({
      agency: ['xinhua'],
      publisher: 'gov.cn',
      dateline: { place: { id: 'beijing' }, date: null },
      language: 'en',
    });
  });

  test('names two ministers, surnames included, and nobody else', () => {
    const found = enriched?.people.map(({ id, mentions }) => [id, mentions.length]);
    expect(found).toEqual([
      ['dl:wang-yi', 6],
      ['dl:sergei-lavrov', 3],
    ]);
  });
});

function readSeed(path: string) {
  const input = { contentType: 'text/plain', charset: null, content: readFileSync(path), given: {} };
  const chain = createChain();
  return chain.enrich(chain.clean({ id: 'seed', revision: 1, input }));
}
