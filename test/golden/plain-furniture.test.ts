import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { cleanArticle } from '../../chain/clean/index.ts';
import { decode } from '../../chain/decode/index.ts';
import { languages } from '../../languages/index.ts';

const fixture = z.object({
  title: z.string(),
  paragraphs: z.tuple([z.string(), z.string(), z.string()]),
  menu: z.string(),
  share: z.string(),
  app: z.string(),
  related: z.string(),
  legal: z.string(),
  registration: z.string(),
});
const file = join(import.meta.dirname, 'plain-furniture.json');
const fixtures = z.record(z.string(), fixture).parse(JSON.parse(readFileSync(file, 'utf8')));

/** A page as it is copied: menu, share bar and foot around and between the paragraphs, one line each. */
const copied = ({ title, paragraphs, ...line }: z.infer<typeof fixture>): string =>
  [
    line.menu,
    title,
    line.share,
    paragraphs[0],
    line.related,
    paragraphs[1],
    line.app,
    paragraphs[2],
    line.share,
    line.legal,
    line.registration,
    line.app,
    line.menu,
  ].join('\n');

describe('text without markup goes without menus, share and app lines, copyright and registration numbers', () => {
  test.each(languages.filter(({ code }) => code !== 'und').map(({ code }) => code))('%s', (code) => {
    const own = fixtures[code];
    expect(own).toBeDefined();
    if (own === undefined) return;
    const input = { contentType: 'text/plain', charset: null, content: copied(own), given: {} };
    const { title, paragraphs } = cleanArticle(decode({ id: code, revision: 1, input }));
    expect({ title, paragraphs: paragraphs.map(({ text }) => text) }).toEqual({
      title: own.title,
      paragraphs: own.paragraphs,
    });
  });
});
