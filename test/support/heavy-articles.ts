import { boundDocument } from '../../chain/bounds.ts';
import type { EnrichedArticle, LinkedPerson } from '../../domain/article.ts';
import type { ArticleDocument } from '../../domain/document.ts';
import { documentOf } from './documents.ts';

const size = 5_000_000;
const name = 'Anna Berg';

const filled = (line: string): string => `${line}\n`.repeat(Math.ceil(size / (line.length + 1)));

/** Everybody in a text of nothing but names, each a person of their own. */
const everybody = (body: string): EnrichedArticle['people'] => {
  const found: LinkedPerson[] = [];
  for (let at = body.indexOf(name); at >= 0; at = body.indexOf(name, at + 1))
    found.push({
      id: `name:${found.length}`,
      linked: false,
      name,
      roles: ['Minister'],
      mentions: [{ field: 'body', start: at, end: at + name.length }],
    });
  return found;
};

const withText = (id: string, body: string, people: EnrichedArticle['people'] = []): ArticleDocument =>
  boundDocument(
    documentOf({
      id,
      body,
      lead: body.split('\n', 1)[0] ?? '',
      kinds: body.split('\n').map(() => 'text'),
      people: people.map((one) => one.id),
      mentions: people,
    }),
  );

const names = filled(name);

/** Documents of five million characters, as the worker writes them, each of a kind that a page can be full of. */
export const heavyDocuments: readonly ArticleDocument[] = [
  withText('names', names, everybody(names)),
  withText('names-in-one-paragraph', names.replaceAll('\n', ' '), everybody(names)),
  withText('links', filled('<a href="https://example.org/?a=1&b=2">"it\'s"</a>')),
  withText('paragraphs', filled('a')),
  withText('tables', filled('1\t22\t333\t4444\t55555')),
  withText('one-paragraph', 'word '.repeat(size / 5)),
];
