import { absoluteLinks, entriesOf, type FeedEntry, humanLink, lastChange, summaryOf } from './feed.ts';
import { anyText, type Format } from './format.ts';
import { element, emptyElement } from './xml.ts';

/** RSS 2.0, with Atom links for paging (RFC 5005). */
export const rss = {
  name: 'rss',
  title: 'RSS',
  mediaType: 'application/rss+xml; charset=utf-8',
  kind: 'feed',
  schema: anyText,
  render: (result, context) => {
    const entries = entriesOf(result, context);
    return [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>',
      element('title', `Dateline: ${result.description}`),
      element('link', humanLink(result, context)),
      element('description', result.description),
      element('lastBuildDate', new Date(lastChange(entries, context)).toUTCString()),
      ...Object.entries(absoluteLinks(result, context, 'rss')).map(([rel, href]) =>
        emptyElement('atom:link', { rel, href, type: 'application/rss+xml' }),
      ),
      ...entries.map(item),
      '</channel></rss>',
    ].join('\n');
  },
} as const satisfies Format;

const item = ({ id, link, published, article }: FeedEntry): string =>
  [
    '<item>',
    element('title', article.title),
    element('link', link),
    element('description', summaryOf(article)),
    element('guid', id, { isPermaLink: String(!id.startsWith('urn:')) }),
    ...(published ? [element('pubDate', new Date(published).toUTCString())] : []),
    ...article.agency.map(({ label }) => element('dc:creator', label)),
    ...article.people.map(({ label }) => element('category', label)),
    element('dc:language', article.language),
    '</item>',
  ].join('');
