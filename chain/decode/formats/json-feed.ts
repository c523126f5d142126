import { z } from 'zod';
import { RejectedArticle } from '../../../domain/errors.ts';
import { fileBounds } from '../bounds.ts';
import type { ContainedArticle } from '../containers/contained-article.ts';
import type { Decoder } from '../decoder.ts';
import { identify, orderBy, severalArticles } from '../delivery.ts';
import { plainHeadline } from '../headline.ts';
import { parseJson } from '../json.ts';
import { bodyBlocks, bodyLines, htmlLines } from '../paragraph-blocks.ts';

const item = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  url: z.string().optional(),
  title: z.string().optional(),
  content_html: z.string().optional(),
  content_text: z.string().optional(),
  summary: z.string().optional(),
  date_published: z.string().optional(),
  date_modified: z.string().optional(),
  author: z.looseObject({ name: z.string().optional() }).optional(),
  authors: z.array(z.looseObject({ name: z.string().optional() })).optional(),
  language: z.string().optional(),
});
type Item = z.infer<typeof item>;
const feed = z.looseObject({ version: z.string(), language: z.string().optional(), items: z.array(item) });

const VERSION = /"version"\s{0,9}:\s{0,9}"https:\\?\/\\?\/jsonfeed\.org\\?\/version/;

/** JSON Feed 1.0 and 1.1; a single item is read as a feed of one. */
export const jsonFeed: Decoder = {
  name: 'json-feed',
  contentTypes: ['application/feed+json'],
  recognizes: (start) => start.startsWith('{') && VERSION.test(start),
  read: (text) => {
    const { language, items } = parseJson('JSON Feed', text, feed);
    const [only, ...others] = items;
    if (only === undefined || others.length > 0)
      throw new RejectedArticle('not-an-article', `a feed of ${items.length} items`);
    const lines = linesOf(only);
    const title = plainHeadline(only.title ?? '');
    if (lines.length === 0 && title === '')
      throw new RejectedArticle('empty', 'a feed item without title and content');
    return {
      statements: statementsOf(only, language),
      blocks: bodyBlocks(lines),
      url: webAddress(only),
      given: { ...(title === '' ? {} : { title }), ...(lines.length === 0 ? { body: '' } : {}) },
    };
  },
  deliver: (text) => {
    const [only, ...others] = parseJson('JSON Feed', text, feed).items;
    if (others.length > 0) return severalArticles(others.length + 1);
    return only === undefined
      ? {}
      : { ...idOf(only), ...orderBy(undefined, only.date_modified ?? only.date_published) };
  },
  container: {
    holds: (start) => start.trimStart().startsWith('{') && VERSION.test(start),
    split: splitItems,
  },
};

async function* splitItems(source: string): AsyncGenerator<ContainedArticle> {
  const { items, ...about } = parseJson('JSON Feed', source, feed, fileBounds);
  for (const one of items)
    yield {
      input: {
        contentType: 'application/feed+json',
        charset: null,
        content: JSON.stringify({
          version: about.version,
          ...(about.language ? { language: about.language } : {}),
          items: [one],
        }),
        given: {},
      },
    };
}

const linesOf = ({ content_html: html = '', content_text: text = '', summary = '' }: Item) => {
  if (html.trim() !== '') return htmlLines(html);
  return bodyLines(text.trim() === '' ? summary : text);
};

const webAddress = ({ url = '' }: Item): string | null =>
  /^https?:/i.test(url) && URL.canParse(url) ? url : null;

const idOf = (one: Item): ReturnType<typeof identify> => {
  const { id, localId } = identify(String(one.id ?? one.url ?? ''));
  const url = webAddress(one);
  if (localId !== undefined && url !== null) return { id: `${new URL(url).host}:${localId}` };
  return { ...(id === undefined ? {} : { id }), ...(localId === undefined ? {} : { localId }) };
};

const statementsOf = (one: Item, language: string | undefined) => {
  const entries: readonly (readonly [string, string | undefined])[] = [
    ['datepublished', one.date_published],
    ['datemodified', one.date_modified],
    ['author.name', (one.authors?.[0] ?? one.author)?.name],
    ['inlanguage', one.language ?? language],
  ];
  return entries.flatMap(([property, value]) =>
    value ? [{ property, value, from: 'format' } as const] : [],
  );
};
