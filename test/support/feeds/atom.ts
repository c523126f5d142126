import {
  type CheckedFeed,
  checker,
  isAbsolute,
  isLanguage,
  isRfc3339,
  readLinks,
  repeated,
} from './rules.ts';
import { all, readXml, textOf } from './xml.ts';

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
