import {
  absoluteLinks,
  entriesOf,
  type FeedEntry,
  feedId,
  humanLink,
  lastChange,
  summaryOf,
} from './feed.ts';
import { anyText, type Format } from './format.ts';
import { element, emptyElement } from './xml.ts';

/** RFC 4287, paged as RFC 5005 has it. */
export const atom = {
  name: 'atom',
  title: 'Atom',
  mediaType: 'application/atom+xml; charset=utf-8',
  kind: 'feed',
  schema: anyText,
  render: (result, context) => {
    const links = absoluteLinks(result, context, 'atom');
    const entries = entriesOf(result, context);
    return [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      element('title', `Dateline: ${result.description}`),
      // Pages of one feed are one feed (RFC 5005).
      element('id', feedId(result, context, 'atom')),
      element('updated', lastChange(entries, context)),
      '<author><name>Dateline</name></author>',
      emptyElement('link', { rel: 'alternate', type: 'text/html', href: humanLink(result, context) }),
      ...Object.entries(links).map(([rel, href]) =>
        emptyElement('link', { rel: rel === 'prev' ? 'previous' : rel, type: 'application/atom+xml', href }),
      ),
      ...entries.map(entry),
      '</feed>',
    ].join('\n');
  },
} as const satisfies Format;

const entry = ({ id, link, published, updated, article }: FeedEntry): string =>
  [
    `<entry xml:lang="${article.language}">`,
    element('title', article.title),
    element('id', id),
    emptyElement('link', { rel: 'alternate', href: link }),
    element('updated', updated),
    ...(published ? [element('published', published)] : []),
    ...article.agency.map(({ label }) => `<author>${element('name', label)}</author>`),
    ...article.people.map(({ id: term, label }) => emptyElement('category', { term, label })),
    element('summary', summaryOf(article)),
    '</entry>',
  ].join('');
