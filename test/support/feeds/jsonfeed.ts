import { type CheckedFeed, checker, isAbsolute, isLanguage, isRfc3339, repeated } from './rules.ts';
import { isRecord } from './xml.ts';

export const checkJsonFeed = (text: string): CheckedFeed => {
  const faults: string[] = [];
  const must = checker(faults);
  const feed: unknown = JSON.parse(text);
  if (!isRecord(feed)) return { faults: ['is no object'], ids: [], titles: [], links: {} };
  must(feed.version === 'https://jsonfeed.org/version/1.1', 'is not of version 1.1');
  must(typeof feed.title === 'string' && feed.title !== '', 'has no title');
  for (const name of ['home_page_url', 'feed_url', 'next_url'])
    must(feed[name] === undefined || isAbsolute(String(feed[name])), `${name} is no absolute URL`);
  must(feed.next_url === undefined || feed.next_url !== feed.feed_url, 'the next page is this one');
  const items = Array.isArray(feed.items) ? feed.items.filter(isRecord) : [];
  must(Array.isArray(feed.items) && items.length === feed.items.length, 'items is no list of objects');
  for (const item of items) {
    const called = String(item.id);
    must(typeof item.id === 'string' && item.id !== '', 'an item without an id');
    must(
      typeof item.content_text === 'string' || typeof item.content_html === 'string',
      `${called} has no content`,
    );
    for (const name of ['url', 'external_url', 'image'])
      must(
        item[name] === undefined || isAbsolute(String(item[name])),
        `${called}: ${name} is no absolute URL`,
      );
    for (const name of ['date_published', 'date_modified'])
      must(
        item[name] === undefined || isRfc3339(String(item[name])),
        `${called}: ${name} is no date of RFC 3339`,
      );
    must(
      item.language === undefined || isLanguage(String(item.language)),
      `${called}: no language: ${item.language}`,
    );
    const tags = item.tags ?? [];
    must(
      Array.isArray(tags) && tags.every((tag) => typeof tag === 'string'),
      `${called}: tags are no list of texts`,
    );
    const authors = item.authors ?? [];
    must(
      Array.isArray(authors) && authors.every((one) => isRecord(one) && (one.name ?? one.url ?? one.avatar)),
      `${called}: an author without name, url or avatar`,
    );
    must(item.author === undefined, `${called}: author is of version 1`);
  }
  const ids = items.map(({ id }) => String(id));
  for (const id of repeated(ids)) must(false, `${id} stands twice`);
  const links = {
    ...(feed.feed_url ? { self: String(feed.feed_url) } : {}),
    ...(feed.next_url ? { next: String(feed.next_url) } : {}),
  };
  return { faults, ids, titles: items.map(({ title }) => String(title)), links };
};
