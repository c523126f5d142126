import { z } from 'zod';
import { absoluteLinks, entriesOf, humanLink, summaryOf } from './feed.ts';
import type { Format } from './format.ts';

/** JSON Feed 1.1. */
export const jsonfeed = {
  name: 'jsonfeed',
  title: 'JSON Feed',
  mediaType: 'application/feed+json; charset=utf-8',
  kind: 'feed',
  schema: z.looseObject({
    version: z.string(),
    title: z.string(),
    items: z.array(z.looseObject({ id: z.string() })),
  }),
  render: (result, context) => {
    const links = absoluteLinks(result, context, 'jsonfeed');
    return JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: `Dateline: ${result.description}`,
      home_page_url: humanLink(result, context),
      feed_url: links.self,
      ...(links.next ? { next_url: links.next } : {}),
      items: entriesOf(result, context).map(({ id, link, published, updated, article }) => ({
        id,
        url: link,
        title: article.title,
        content_text: summaryOf(article),
        ...(published ? { date_published: published } : {}),
        date_modified: updated,
        authors: article.agency.map(({ label }) => ({ name: label })),
        tags: article.people.map(({ label }) => label),
        language: article.language,
      })),
    });
  },
} as const satisfies Format;
