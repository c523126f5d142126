import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import type { Clause } from '../../../api/search/filters.ts';
import { buildTextQuery } from '../../../api/search/text-query.ts';
import { type ArticleDocument, bareDocument } from '../../../domain/document.ts';
import { profileFor } from '../../../languages/index.ts';
import { buildArticleIndex } from '../../../mappings/articles.ts';
import { type IndexNames, indexNames } from '../../../mappings/names.ts';
import { articleAliases } from '../../../mappings/required.ts';
import { launchTestServers } from '../../../scripts/test-servers.ts';

export interface SearchText {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly body: string;
}

export interface Question {
  readonly text: string;
  readonly match: 'all' | 'any';
  /** Null: every language. */
  readonly language: string | null;
  readonly size: number;
}

export interface BuiltQuery {
  readonly query: Clause;
  /** Null: every language. */
  readonly language: string | null;
  readonly size: number;
}

/** The product's own indices and query over given texts, on a real server. */
export interface ArticleSearch {
  readonly index: (texts: AsyncIterable<SearchText> | Iterable<SearchText>) => Promise<void>;
  /** Ids, best first, a list for each question. */
  readonly ask: (questions: readonly Question[]) => Promise<readonly (readonly string[])[]>;
  /** The same with queries that are built already. */
  readonly run: (queries: readonly BuiltQuery[]) => Promise<readonly (readonly string[])[]>;
  readonly client: Client;
  readonly names: IndexNames;
  readonly close: () => Promise<void>;
}

export const openArticleSearch = async (): Promise<ArticleSearch> => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-evaluate-'));
  const servers = await launchTestServers(folder);
  const client = new Client({ node: servers.elasticsearch, requestTimeout: 120_000 });
  const names = indexNames(`evaluate${randomBytes(4).toString('hex')}`);
  const made = new Set<string>();
  const close = async (): Promise<void> => {
    for (const index of made) await client.indices.delete({ index });
    await client.close();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    client,
    names,
    close,
    index: async (texts) => {
      for await (const batch of batchesOf(texts, 500)) await write(client, names, made, batch);
      await client.indices.refresh({ index: [...made] });
    },
    ask: (questions) =>
      runAll(
        client,
        names,
        questions.map(({ text, match, ...rest }) => ({ ...rest, query: buildTextQuery(text, { match }) })),
      ),
    run: (queries) => runAll(client, names, queries),
  };
};

const write = async (
  client: Client,
  names: IndexNames,
  made: Set<string>,
  texts: readonly SearchText[],
): Promise<void> => {
  for (const language of new Set(texts.map(({ language }) => language))) {
    const name = `${names.articlesOf(language)}-1`;
    if (made.has(name)) continue;
    const body = buildArticleIndex(profileFor(language));
    await client.indices.create({
      index: name,
      aliases: articleAliases(names, language),
      settings: body.settings,
      mappings: body.mappings,
    });
    made.add(name);
  }
  const { errors, items } = await client.bulk({
    operations: texts.flatMap((text) => [
      { index: { _index: names.articlesOf(text.language), _id: text.id } },
      toDocument(text),
    ]),
  });
  if (errors) throw new Error(`not indexed: ${JSON.stringify(items.find(({ index }) => index?.error))}`);
};

/** The document that the worker would write for a text without other data. */
export const toDocument = ({ id, language, title, body }: SearchText): ArticleDocument => ({
  ...bareDocument({ id, revision: 1, checksum: '', language, received: '2026-01-01T00:00:00Z' }),
  title,
  lead: body.split('\n').find((line) => line.trim() !== '') ?? '',
  body,
  kinds: ['text'],
});

const runAll = async (
  client: Client,
  names: IndexNames,
  queries: readonly BuiltQuery[],
): Promise<readonly (readonly string[])[]> => {
  const answers: (readonly string[])[] = [];
  for (let at = 0; at < queries.length; at += 40)
    answers.push(...(await runSome(client, names, queries.slice(at, at + 40))));
  return answers;
};

const runSome = async (
  client: Client,
  names: IndexNames,
  queries: readonly BuiltQuery[],
): Promise<readonly (readonly string[])[]> => {
  const { responses } = await client.msearch({
    searches: queries.flatMap(({ query, language, size }) => [
      {
        index: language === null ? names.articles : names.readingOf(language),
        search_type: 'dfs_query_then_fetch' as const,
      },
      {
        size,
        _source: false,
        query,
        sort: [{ _score: { order: 'desc' as const } }, { id: { order: 'asc' as const } }],
      },
    ]),
  });
  return responses.map((response) => {
    if ('error' in response) throw new Error(`refused: ${JSON.stringify(response.error)}`);
    return response.hits.hits.map(({ _id }) => _id ?? '');
  });
};

async function* batchesOf<T>(items: AsyncIterable<T> | Iterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
