import type { SourceBlock } from '../../domain/article.ts';
import { languages } from '../../languages/index.ts';

/** Words of furniture of all languages at once: a page's furniture need not be in its article's language. */
const menus: ReadonlySet<string> = new Set(languages.flatMap(({ furniture }) => [...furniture.menu]));
const legal: readonly string[] = languages.flatMap(({ furniture }) => [...furniture.legal]);
const related: readonly string[] = languages.flatMap(({ furniture }) => [...furniture.related]);

const plain = (text: string): string => text.toLowerCase().replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '');

/** A whole line of menu, app, share or print links. */
export const isMenuLine = ({ text }: SourceBlock): boolean => text.length < 80 && menus.has(plain(text));

/** Copyright, registration and terms of use. */
export const isLegalLine = ({ text }: SourceBlock): boolean => {
  if (
    /^\s?(?:©|\(c\)\s|&copy;)/i.test(text) ||
    (text.length < 300 && /©\s?(?:\d{4}|www\.|[\p{L}])/u.test(text))
  )
    return true;
  const start = plain(text.slice(0, 200));
  return legal.some((beginning) => start.startsWith(beginning));
};

/** A line that leads to other articles, or to comments. */
export const isRelatedLine = ({ text }: SourceBlock): boolean => {
  if (text.length > 160) return false;
  const start = plain(text);
  return related.some(
    (beginning) =>
      start === beginning ||
      (start.startsWith(beginning) && !/[\p{L}\p{N}]/u.test(start[beginning.length] ?? '')),
  );
};

const NEGATIVE =
  /(?:^|[\s_-])(?:comment|comments|disqus|footer|foot|sidebar|side|related|share|sharing|social|promo|advert|ads?|banner|breadcrumbs?|cookie|consent|gdpr|newsletter|subscribe|menu|nav|navigation|navbar|masthead|popular|most-?read|recommend(?:ed|ations)?|trending|widget|toolbar|tags?|taglist|caption|figcaption|copyright|legal|login|signup|paywall|rating|poll|teaser|outbrain|taboola|sponsor(?:ed)?|print-?only|skip-?link|author-?bio|pagination|pager|byline-?block|hidden|modal|popup|overlay|dialog|rss|credit)(?=$|[\s_-])/;
const FURNITURE_TAGS: ReadonlySet<string> = new Set([
  'nav',
  'footer',
  'aside',
  'form',
  'figcaption',
  'button',
  'label',
  'address',
  'caption',
  'menu',
  'dialog',
  'fieldset',
  'th',
]);

/** Whether its own markup, or that of a box close around it, names a block furniture. */
export const isNamedFurniture = (block: SourceBlock): boolean => {
  let box = block.layout?.box ?? null;
  for (let level = 0; box !== null && level < 6; level += 1) {
    if (FURNITURE_TAGS.has(box.tag)) return true;
    if (box.tag === 'body' || box.tag === 'html' || box.tag === 'article' || box.tag === 'main') return false;
    if (
      box.names !== '' &&
      NEGATIVE.test(box.names) &&
      !/article-?body|articlebody|story-?body/.test(box.names)
    )
      return true;
    box = box.parent;
  }
  return false;
};
