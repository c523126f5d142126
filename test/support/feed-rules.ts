import { XMLParser, XMLValidator } from 'fast-xml-parser';

/**
 * What the specifications of feeds demand, as far as a document shows it: RSS 2.0, RFC 4287 (Atom), RFC 5005 (paging),
 * JSON Feed 1.1. Written from the specifications; knows nothing of how we make feeds.
 */

/** An XML element: `#text`, attributes as `@name`, children in lists by name. */
interface Element {
  readonly name: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
}

export interface CheckedFeed {
  /** What the specification does not allow; empty for a valid feed. */
  readonly faults: readonly string[];
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  readonly links: Readonly<Record<string, string>>;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
});

const readXml = (text: string, faults: string[]): Element => {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) faults.push(`no well-formed XML: ${verdict.err.msg} in line ${verdict.err.line}`);
  if (/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(text))
    faults.push('holds characters that XML does not allow');
  const [root] = toElements(parser.parse(text)).filter(({ name }) => !name.startsWith('?'));
  return root ?? { name: '', text: '', attributes: {}, children: [] };
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const toElements = (nodes: unknown): Element[] =>
  (Array.isArray(nodes) ? nodes : []).filter(isRecord).flatMap((node) => {
    const [name = ''] = Object.keys(node).filter((key) => key !== ':@');
    if (name === '#text') return [];
    const inner = node[name];
    const texts = (Array.isArray(inner) ? inner : [])
      .filter(isRecord)
      .map((one) => String(one['#text'] ?? ''));
    const attributes = isRecord(node[':@']) ? node[':@'] : {};
    return [
      {
        name,
        text: texts.join(''),
        attributes: Object.fromEntries(
          Object.entries(attributes).map(([key, value]) => [key, String(value)]),
        ),
        children: toElements(inner),
      },
    ];
  });

const all = (parent: Element, name: string): readonly Element[] =>
  parent.children.filter((child) => child.name === name);
const textOf = (parent: Element, name: string): string => all(parent, name)[0]?.text ?? '';

const isAbsolute = (url: string): boolean => URL.canParse(url) && /^https?:/.test(url);
const isRfc3339 = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
  !Number.isNaN(Date.parse(text));
/** RFC 822 with years of four digits, as RSS has it; the weekday must be that of the date. */
const isRfc822 = (text: string): boolean =>
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})$/.test(
    text,
  ) && new Date(text).toUTCString().slice(0, 3) === text.slice(0, 3);
const isLanguage = (tag: string): boolean => /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag);
const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, n) => values.indexOf(value) !== n);

const checker = (faults: string[]) => (holds: boolean, fault: string) => {
  if (!holds) faults.push(fault);
};

export const checkRss = (text: string): CheckedFeed => {
  const faults: string[] = [];
  const must = checker(faults);
  const root = readXml(text, faults);
  must(root.name === 'rss' && root.attributes.version === '2.0', 'the root is no rss of version 2.0');
  const channels = all(root, 'channel');
  must(channels.length === 1 && root.children.length === 1, 'there is not exactly one channel');
  const [channel] = channels;
  if (!channel) return { faults, ids: [], titles: [], links: {} };
  for (const name of ['title', 'link', 'description']) {
    must(all(channel, name).length === 1, `the channel has not one ${name}`);
    must(textOf(channel, name) !== '', `the channel's ${name} is empty`);
  }
  must(isAbsolute(textOf(channel, 'link')), "the channel's link is no absolute URL");
  for (const name of ['pubDate', 'lastBuildDate'])
    for (const date of all(channel, name))
      must(isRfc822(date.text), `${name} is no date of RFC 822: ${date.text}`);
  const items = all(channel, 'item');
  for (const item of items) {
    const called = textOf(item, 'guid');
    for (const name of ['title', 'link', 'description', 'guid', 'pubDate'])
      must(all(item, name).length <= 1, `${called} has several ${name}`);
    must(
      textOf(item, 'title') !== '' || textOf(item, 'description') !== '',
      `${called} has neither title nor text`,
    );
    must(isAbsolute(textOf(item, 'link')), `${called} has no absolute link`);
    must(
      all(item, 'guid')[0]?.attributes.isPermaLink === 'false' || isAbsolute(called),
      `${called} is no permalink`,
    );
    for (const date of all(item, 'pubDate'))
      must(isRfc822(date.text), `${called}: no date of RFC 822: ${date.text}`);
    for (const one of all(item, 'category')) must(one.text !== '', `${called} has an empty category`);
    for (const one of all(item, 'dc:language'))
      must(isLanguage(one.text), `${called}: no language: ${one.text}`);
  }
  const prefixes = [channel, ...channel.children, ...items.flatMap(({ children }) => children)].flatMap(
    ({ name }) => /^(\w+):/.exec(name)?.[1] ?? [],
  );
  for (const prefix of new Set(prefixes))
    must(`xmlns:${prefix}` in root.attributes, `${prefix}: is not declared`);
  const ids = items.map((item) => textOf(item, 'guid'));
  for (const id of repeated(ids)) must(false, `${id} stands twice`);
  const links = readLinks(all(channel, 'atom:link'), must);
  return { faults, ids, titles: items.map((item) => textOf(item, 'title')), links };
};

export const checkAtom = (text: string): CheckedFeed => {
  const faults: string[] = [];
  const must = checker(faults);
  const feed = readXml(text, faults);
  must(
    feed.name === 'feed' && feed.attributes.xmlns === 'http://www.w3.org/2005/Atom',
    'the root is no Atom feed',
  );
  const entries = all(feed, 'entry');
  const authored = all(feed, 'author').length > 0;
  for (const parent of [feed, ...entries]) {
    const called = textOf(parent, 'id');
    for (const name of ['id', 'title', 'updated'])
      must(all(parent, name).length === 1, `${called}: not exactly one ${name}`);
    for (const name of ['published', 'summary', 'subtitle', 'rights', 'content'])
      must(all(parent, name).length <= 1, `${called}: several ${name}`);
    must(URL.canParse(called), `${called}: the id is no absolute IRI`);
    for (const name of ['updated', 'published'])
      for (const date of all(parent, name))
        must(isRfc3339(date.text), `${called}: no date of RFC 3339: ${date.text}`);
    for (const author of all(parent, 'author'))
      must(
        all(author, 'name').length === 1 && textOf(author, 'name') !== '',
        `${called}: an author without a name`,
      );
    must(authored || parent === feed || all(parent, 'author').length > 0, `${called}: no author`);
    for (const one of all(parent, 'category'))
      must((one.attributes.term ?? '') !== '', `${called}: category without term`);
    const alternates = all(parent, 'link').filter(
      ({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate',
    );
    must(
      repeated(alternates.map(({ attributes }) => `${attributes.type} ${attributes.hreflang}`)).length === 0,
      `${called}: several alternate links of one type and language`,
    );
    must(
      parent === feed || all(parent, 'content').length > 0 || alternates.length > 0,
      `${called}: no alternate link`,
    );
    for (const { attributes } of all(parent, 'link'))
      must(isAbsolute(attributes.href ?? ''), `${called}: a link without address`);
    const language = parent.attributes['xml:lang'];
    must(language === undefined || isLanguage(language), `${called}: no language: ${language}`);
  }
  const ids = entries.map((entry) => textOf(entry, 'id'));
  for (const id of repeated(ids)) must(false, `${id} stands twice`);
  const links = readLinks(all(feed, 'link'), must);
  return { faults, ids, titles: entries.map((entry) => textOf(entry, 'title')), links };
};

/** RFC 5005: at most one link of each of these relations. */
const readLinks = (
  elements: readonly Element[],
  must: (holds: boolean, fault: string) => void,
): Readonly<Record<string, string>> => {
  const links = elements.map(({ attributes }): [string, string] => [
    attributes.rel ?? 'alternate',
    attributes.href ?? '',
  ]);
  for (const [rel, href] of links) must(isAbsolute(href), `the link ${rel} is no absolute URL`);
  for (const rel of repeated(links.map(([name]) => name))) must(false, `there are several links ${rel}`);
  must(
    links.some(([rel]) => rel === 'self'),
    'there is no link to the feed itself',
  );
  return Object.fromEntries(links);
};

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
