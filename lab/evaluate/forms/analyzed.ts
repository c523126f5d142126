import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { profileFor } from '../../../languages/index.ts';
import { buildArticleIndex } from '../../../mappings/articles.ts';
import { launchTestServers } from '../../../scripts/test-servers.ts';

export interface Token {
  readonly token: string;
  readonly position: number;
}

type Analyzed = ReadonlyMap<string, readonly Token[]>;

export interface AnalyzedWords {
  /** The product's own analyzers of one language; `end` deletes its index. */
  readonly ofLanguage: (language: string) => Promise<
    ((analyzer: string, words: readonly string[]) => Promise<Analyzed>) & {
      readonly end: () => Promise<void>;
    }
  >;
  /** A stemmer after the standard tokenizer. */
  readonly byStemmer: (stemmer: string, words: readonly string[]) => Promise<Analyzed>;
  readonly close: () => Promise<void>;
}

/** Words as a real server analyzes them. */
export const openAnalysis = async (): Promise<AnalyzedWords> => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-evaluate-'));
  const servers = await launchTestServers(folder);
  const client = new Client({ node: servers.elasticsearch, requestTimeout: 120_000 });
  return {
    ofLanguage: async (language) => {
      const index = `evaluate${randomBytes(4).toString('hex')}`;
      const { settings, mappings } = buildArticleIndex(profileFor(language));
      await client.indices.create({ index, settings, mappings });
      const analyzed = (analyzer: string, words: readonly string[]) =>
        analyzeAll(words, (text) => client.indices.analyze({ index, analyzer, text }));
      return Object.assign(analyzed, {
        end: async () => {
          await client.indices.delete({ index });
        },
      });
    },
    byStemmer: (language, words) =>
      analyzeAll(words, (text) =>
        client.indices.analyze({
          tokenizer: 'standard',
          filter: ['lowercase', { type: 'stemmer', language }],
          text,
        }),
      ),
    close: async () => {
      await client.close();
      await servers.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

interface Answer {
  readonly tokens?: readonly (Token & { readonly start_offset: number })[];
}

/** Elasticsearch answers at most 10,000 tokens at once. */
const AT_ONCE = 500;

const analyzeAll = async (
  words: readonly string[],
  analyze: (text: string) => Promise<Answer>,
): Promise<Analyzed> => {
  const found = new Map<string, Token[]>();
  for (let from = 0; from < words.length; from += AT_ONCE) {
    const some = words.slice(from, from + AT_ONCE);
    const ends = endsOf(some);
    const { tokens = [] } = await analyze(some.join('\n'));
    for (const token of tokens) {
      const word = some[ends.findIndex((end) => token.start_offset < end)] ?? '';
      found.set(word, [...(found.get(word) ?? []), token]);
    }
  }
  return found;
};

const endsOf = (words: readonly string[]): readonly number[] => {
  let at = 0;
  return words.map((word) => {
    at += word.length + 1;
    return at;
  });
};
