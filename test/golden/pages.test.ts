import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { cleanArticle } from '../../chain/clean/index.ts';
import { decode } from '../../chain/decode/index.ts';

const folder = join(import.meta.dirname, 'pages');

/** A bug in cleaning is a new folder: `source.html` or `source.txt`, and what must come of it. */
describe('golden pages', () => {
  test.each(readdirSync(folder))('%s', (name) => {
    const isPage = existsSync(join(folder, name, 'source.html'));
    const content = readFileSync(join(folder, name, isPage ? 'source.html' : 'source.txt'));
    const expected: unknown = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8'));
    const contentType = isPage ? 'text/html' : 'text/plain';
    const { title, paragraphs } = cleanArticle(
      decode({ id: name, revision: 1, input: { contentType, charset: null, content, given: {} } }),
    );
    expect({ title, paragraphs: paragraphs.map(({ text }) => text) }).toEqual(expected);
  });
});

describe('the seed', () => {
  const seeds = join(import.meta.dirname, '../../../shared/seeds');
  const run = existsSync(seeds) ? test : test.skip;

  run('keeps its text and nothing of its foot (skipped where ../shared/seeds is absent)', () => {
    for (const file of readdirSync(seeds)) {
      const content = readFileSync(join(seeds, file));
      const input = { contentType: 'text/plain', charset: null, content, given: {} };
      const { blocks, paragraphs, title } = cleanArticle(decode({ id: file, revision: 1, input }));
      const body = paragraphs.map(({ text }) => text).join('\n');
      expect(title?.length).toBeGreaterThan(20);
      expect(body).not.toMatch(/©|copyright|registration|all rights|^App$|^Mobile$|^Desktop$/im);
      expect(blocks.filter(({ zone }) => zone === 'credit')).toHaveLength(1);
      expect(paragraphs).toHaveLength(9);
    }
  });
});
