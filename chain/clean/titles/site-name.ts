import type { SourceBlock, Statement } from '../../../domain/article.ts';
import { tokensOf } from '../tokens.ts';

const PROPERTIES: ReadonlySet<string> = new Set([
  'og:site_name',
  'publisher.name',
  'application-name',
  'apple-mobile-web-app-title',
  'website.name',
  'organization.name',
  'newsmediaorganization.name',
  'al:ios:app_name',
  'al:android:app_name',
  'copyright',
  'dc.publisher',
  'ispartof.name',
]);

/** The site's name in lower case: as stated, and from its host. */
export const siteNames = (statements: readonly Statement[], url: string | null): ReadonlySet<string> => {
  const names = statements
    .filter(({ property }) => PROPERTIES.has(property))
    .map(({ value }) => value.trim().toLowerCase())
    .filter((name) => name.length > 1 && name.length < 80);
  if (url !== null && URL.canParse(url)) {
    const { hostname } = new URL(url);
    names.push(hostname.replace(/^www\./, ''), ...hostname.split('.').filter((part) => part.length > 3));
  }
  return new Set(names);
};

/** Class names that sites give to their own name at the top of a page. */
const BRAND = /(?:^|[\s_-])(?:logo|brand|masthead|site-?(?:name|title|logo))/;
const TOP = 40;
const MAX_BRAND = 60;

/** Lines at a page's top that print the site's own name, in lower case: marked as such, or the first link of all. */
export const printedBrands = (blocks: readonly SourceBlock[]): readonly string[] =>
  blocks
    .slice(0, TOP)
    .filter(({ text }) => text.length > 1 && text.length <= MAX_BRAND)
    .filter((block, at) => isBrand(block) || (at === 0 && isHomeLink(block)))
    .map(({ text }) => text.toLowerCase());

/** A link above everything else, outside menus and headings. */
const isHomeLink = ({ linkDensity, path }: SourceBlock): boolean =>
  linkDensity === 1 && !/(?:^|\s)(?:nav|li|td|h[1-6])(?:\s|$)/.test(path);

const isBrand = ({ layout }: SourceBlock): boolean =>
  layout !== undefined && (BRAND.test(layout.inline) || BRAND.test(layout.box.names));

const MAX_SECTION = 30;

/** Short lines that are links: a menu's and the crumbs' names of sections, lower case. */
export const sectionNames = (blocks: readonly SourceBlock[]): ReadonlySet<string> =>
  new Set(
    blocks
      .filter(({ text, linkDensity }) => text.length <= MAX_SECTION && linkDensity === 1)
      .filter(({ text }) => tokensOf(text).length <= (/\p{Script=Han}/u.test(text) ? 6 : 3))
      .map(({ text }) => text.toLowerCase()),
  );

const SEPARATOR =
  /\s+[-–—|•·:»«›‹<>/~*ㅣ]{1,3}\s+|\s?[|｜_＿ㅣ]{1,2}\s?|\s?::\s?|：|(?<=[\p{Script=Han}])-{1,2}(?=[\p{Script=Han}])/gu;

interface Part {
  readonly start: number;
  readonly end: number;
  readonly named: boolean;
  /** The separator before it. */
  readonly mark: string;
}

/** The site's names for itself and its sections, in lower case. */
export interface SiteNames {
  readonly sites: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
}

/** A title without parts at either end that name the site or its sections. */
export const withoutSite = (title: string, names: SiteNames): string => {
  const even = title.replace(/\s+/g, ' ').trim();
  const parts = partsOf(even, names);
  if (parts.length === 1) return even;
  const named = parts.findIndex((part) => part.named);
  if (named < 0) return dropUnknownEnd(even, parts);
  const [first, last] = rangeWithout(parts, named);
  return even.slice(parts[first]?.start, parts[Math.max(first, last)]?.end).trim();
};

const partsOf = (title: string, { sites, sections }: SiteNames): readonly Part[] => {
  const parts: Part[] = [];
  let start = 0;
  let before = '';
  for (const cut of [...title.matchAll(SEPARATOR), { index: title.length, 0: '' }]) {
    // Text in « spaced » quotation marks is not split.
    if (/[«»]/.test(cut[0]) && title.includes('«')) continue;
    const part = title.slice(start, cut.index);
    // A colon follows a kicker, which may be a topic of a menu.
    const section = !isColon(before) && !isColon(cut[0]) && sections.has(part.trim().toLowerCase());
    parts.push({ start, end: cut.index, named: section || namesSite(part, sites), mark: before });
    start = cut.index + cut[0].length;
    before = cut[0];
  }
  return parts;
};

/** `Site :: Section` is not a kicker. */
const isColon = (separator: string): boolean => /^\s*[:：]\s*$/.test(separator);

const MIN_HEAD = 12;

/** After a headline, the first part that names the site ends it; before a headline, the last one does. */
const rangeWithout = (parts: readonly Part[], named: number): readonly [number, number] => {
  const head = parts[named - 1]?.end ?? 0;
  if (head >= MIN_HEAD) return [0, withoutChannels(parts, named - 1)];
  const longest = parts.reduce((best, part, at) => (size(part) > size(parts[best]) ? at : best), 0);
  let first = 0;
  let last = parts.length - 1;
  for (const [at, part] of parts.entries()) {
    if (!part.named) continue;
    if (at < longest) first = at + 1;
    else if (at > longest) last = Math.min(last, at - 1);
  }
  return [first, last];
};

/** Separators that precede a channel of the site, but never the second half of a headline. */
const OF_CHANNELS = /^(?:\s?[|｜_＿ㅣ]{1,2}\s?|\s+(?:[|<‹›>»]|::)\s+|-{1,2})$/u;
const MAX_CHANNEL = 24;

/** Short parts between such a separator and the site's name are its channels: `headline_channel_site`, `headline ‹ section - paper`. */
const withoutChannels = (parts: readonly Part[], last: number): number => {
  let end = last;
  while (end > 0) {
    const channel = parts[end];
    const isChannel = OF_CHANNELS.test(channel?.mark ?? '') && size(channel) <= MAX_CHANNEL;
    if (!isChannel || size(channel) >= size(parts[0])) break;
    end -= 1;
  }
  return end;
};

const size = (part: { start: number; end: number } | undefined): number => (part ? part.end - part.start : 0);

const namesSite = (part: string, sites: ReadonlySet<string>): boolean => {
  const plain = part.trim().toLowerCase();
  if (sites.has(plain) || /^(?:[\w-]{1,60}\.){1,4}[a-z]{2,10}$/.test(plain)) return true;
  const joined = tokensOf(plain).join('');
  if (joined.length < 3) return false;
  return [...sites].some((site) => {
    const other = tokensOf(site).join('');
    return (
      other === joined ||
      (joined.length <= 30 && other.length > 4 && (joined.startsWith(other) || other.startsWith(joined)))
    );
  });
};

/** A short last part after a bar is the site's name, even if no metadata says so. */
const dropUnknownEnd = (title: string, parts: readonly { start: number; end: number }[]): string => {
  const last = parts.at(-1);
  const before = parts.at(-2);
  if (!last || !before) return title;
  const separator = title.slice(before.end, last.start).trim();
  const head = title.slice(0, before.end);
  const short = size(last) <= 30 && tokensOf(title.slice(last.start)).length <= 5;
  return /[|｜_»>]|::/.test(separator) && short && head.length > size(last) ? head.trim() : title;
};
