import type { Statement } from '../../../domain/article.ts';
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

/** What the site calls itself, lower case: as stated, and the name in its host. */
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

const SEPARATOR =
  /\s+[-–—|•·:»«›/~*ㅣ]{1,3}\s+|\s?[|»｜_＿ㅣ]{1,2}\s?|\s?::\s?|(?<=[\p{Script=Han}])-(?=[\p{Script=Han}])/gu;

/** A title without the parts at either end that name the site or its sections. */
export const withoutSite = (title: string, sites: ReadonlySet<string>): string => {
  const even = title.replace(/\s+/g, ' ').trim();
  const cuts = [...even.matchAll(SEPARATOR)];
  if (cuts.length === 0) return even;
  const parts: { start: number; end: number; named: boolean }[] = [];
  let start = 0;
  for (const cut of [...cuts, { index: even.length, 0: '' }]) {
    parts.push({ start, end: cut.index, named: namesSite(even.slice(start, cut.index), sites) });
    start = cut.index + cut[0].length;
  }
  const named = parts.findIndex((part) => part.named);
  if (named < 0) return dropUnknownEnd(even, parts);
  // Behind a headline the first part that names the site ends it; before one, the last does.
  const longest = parts.reduce((best, part, at) => (size(part) > size(parts[best]) ? at : best), 0);
  let first = 0;
  let last = parts.length - 1;
  for (const [at, part] of parts.entries()) {
    if (!part.named) continue;
    if (at < longest) first = at + 1;
    else if (at > longest) last = Math.min(last, at - 1);
  }
  return even.slice(parts[first]?.start, parts[Math.max(first, last)]?.end).trim();
};

const size = (part: { start: number; end: number } | undefined): number => (part ? part.end - part.start : 0);

const namesSite = (part: string, sites: ReadonlySet<string>): boolean => {
  const plain = part.trim().toLowerCase();
  if (sites.has(plain) || /^(?:www\.)?[\w-]{1,60}\.[a-z]{2,10}$/.test(plain)) return true;
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

/** A short last part behind a bar is the site's name even where no statement says so. */
const dropUnknownEnd = (title: string, parts: readonly { start: number; end: number }[]): string => {
  const last = parts.at(-1);
  const before = parts.at(-2);
  if (!last || !before) return title;
  const separator = title.slice(before.end, last.start).trim();
  const head = title.slice(0, before.end);
  const short = size(last) <= 30 && tokensOf(title.slice(last.start)).length <= 5;
  return /[|｜_»]|::/.test(separator) && short && head.length > size(last) ? head.trim() : title;
};
