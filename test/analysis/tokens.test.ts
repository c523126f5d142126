import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { languages } from '../../languages/index.ts';
import { buildArticleIndex } from '../../mappings/articles.ts';
import { createIndices, deleteIndices } from '../support/indices.ts';

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

const indexOf = (code: string): string => `${prefix}-${code}`;

beforeAll(
  () =>
    createIndices(
      client,
      languages.map((profile) => ({ index: indexOf(profile.code), ...buildArticleIndex(profile) })),
    ),
  300_000,
);

describe.each(languages.map(({ code }) => ({ code })))('$code', ({ code }) => {
  const index = indexOf(code);
  const cases = casesOf(code);

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

afterAll(async () => {
  await deleteIndices(
    client,
    languages.map(({ code }) => indexOf(code)),
  );
  await client.close();
});
