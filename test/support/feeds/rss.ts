import { type CheckedFeed, checker, isAbsolute, isLanguage, isRfc822, readLinks, repeated } from './rules.ts';
import { all, readXml, textOf } from './xml.ts';

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
