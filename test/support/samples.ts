import { globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { createChain } from '../../chain/index.ts';
import type { RawArticle } from '../../domain/article.ts';
import type { ArticleDocument } from '../../domain/document.ts';
import type { GivenFields } from '../../domain/given-fields.ts';

const root = join(import.meta.dirname, '..', '..', 'samples');
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.txt': 'text/plain' };

/** The sample articles as search documents, made by the worker's own chain. */
export const sampleDocuments = (): readonly ArticleDocument[] => {
  const chain = createChain();
  return sampleArticles().map((raw) =>
    chain.makeDocument({ raw, acceptance: { checksum: raw.id, received: '2024-05-01T08:00:00.000Z' } }),
  );
};

const sampleArticles = (): readonly RawArticle[] =>
  globSync('**/*.{html,txt,json,ndjson}', { cwd: root })
    .sort()
    .flatMap((path) => {
      const bytes = readFileSync(join(root, path));
      const type = types[extname(path)];
      return type ? [source(path.replace(/\W+/g, '-'), type, bytes)] : ours(bytes.toString(), path);
    });

const source = (id: string, contentType: string, content: Uint8Array): RawArticle => ({
  id,
  revision: 1,
  input: { contentType, charset: null, content, given: {} },
});

/** The last of several lines of one id counts, and its number is the revision. */
const ours = (text: string, path: string): readonly RawArticle[] => {
  const records: Record<string, unknown>[] = path.endsWith('.ndjson')
    ? text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [JSON.parse(text)];
  const last = new Map<string, RawArticle>();
  for (const { id, sequence, ...given } of records) {
    const name = String(id);
    const input = {
      contentType: 'application/json',
      charset: null,
      content: '',
      given: given as GivenFields,
    };
    last.set(name, { id: name, revision: Number(sequence ?? 1), input });
  }
  return [...last.values()];
};
