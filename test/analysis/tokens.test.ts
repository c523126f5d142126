import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { languages } from '../../languages/index.ts';
import { buildArticleIndex } from '../../mappings/articles.ts';

interface TokenCase {
  readonly input: string;
  /** Tokens parted by spaces. */
  readonly text: string;
  readonly text_search?: string;
  readonly exact: string;
  readonly bigram?: string;
}

const client = new Client({ node: process.env.TEST_ELASTICSEARCH_URL ?? '' });
const prefix = `tokens${randomBytes(4).toString('hex')}`;

const casesOf = (language: string): readonly TokenCase[] => {
  const path = join(import.meta.dirname, 'tokens', `${language}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
};

describe.each(languages.map((profile) => ({ code: profile.code, profile })))('$code', ({ code, profile }) => {
  const index = `${prefix}-${code}`;
  const cases = casesOf(code);

  beforeAll(async () => {
    const { settings, mappings } = buildArticleIndex(profile);
    await client.indices.create({ index, settings, mappings });
  });

  afterAll(async () => {
    await client.indices.delete({ index });
  });

  test('has at least fifteen cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(15);
  });

  test.each(cases)('$input', async ({ input, ...expected }) => {
    const found: Record<string, string> = {};
    for (const analyzer of Object.keys(expected)) {
      const { tokens = [] } = await client.indices.analyze({ index, analyzer, text: input });
      found[analyzer] = tokens.map(({ token }) => token).join(' ');
    }
    expect(found).toEqual(expected);
  });
});

afterAll(() => client.close());
