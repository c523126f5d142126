import type { Element } from './xml.ts';

/**
 * What the specifications of feeds demand, as far as a document shows it: RSS 2.0, RFC 4287 (Atom), RFC 5005 (paging),
 * JSON Feed 1.1. Written from the specifications; knows nothing of how we make feeds.
 */
export interface CheckedFeed {
  /** What the specification does not allow; empty for a valid feed. */
  readonly faults: readonly string[];
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  readonly links: Readonly<Record<string, string>>;
}

export const isAbsolute = (url: string): boolean => URL.canParse(url) && /^https?:/.test(url);
export const isRfc3339 = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
  !Number.isNaN(Date.parse(text));
/** RFC 822 with years of four digits, as RSS has it; the weekday must be that of the date. */
export const isRfc822 = (text: string): boolean =>
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})$/.test(
    text,
  ) && new Date(text).toUTCString().slice(0, 3) === text.slice(0, 3);
export const isLanguage = (tag: string): boolean => /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag);
export const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, n) => values.indexOf(value) !== n);

export const checker = (faults: string[]) => (holds: boolean, fault: string) => {
  if (!holds) faults.push(fault);
};

/** RFC 5005: at most one link of each of these relations. */
export const readLinks = (
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
