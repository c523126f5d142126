import type { Statement } from '../../../domain/article.ts';

/** A quoted day, perhaps with a time: `"2016-11-04T20:37:27Z"`, `'20161104'`. */
const DAY = /["']((?:19|20)\d\d([-/]?)\d\d\2\d\d)(?!\d)([^"'\\<>]{0,30})\\?["']/g;
const LONGEST_KEY = 50;
const MOST_DAYS = 2_000;

const KEYS: readonly (readonly [property: string, key: RegExp])[] = [
  [
    'script.published',
    /(?<![a-z])(?:(?:article|page|post|first|original|news|story|content|display)[-_]?)?(?:pub|publish|published|publication|issue|issued|posted)(?:[-_]?(?:date|at|time|timestamp|on)){0,2}(?:[-_]?utc)?\\?["']?\s?[:=]\s?\\?$/i,
  ],
  [
    'script.modified',
    /(?<![a-z])(?:last[-_]?)?(?:modified|updated?|modification)[-_]?(?:date|at|time|timestamp|on)(?:[-_]?utc)?\\?["']?\s?[:=]\s?\\?$/i,
  ],
];

/**
 * The days that a page's scripts and `data-` attributes give for it, as `script.published` and `script.modified`:
 * `{"publishedDate":"2016-11-04"}`, `data-publish-date="2016-11-04"`. Scripts contain data of other articles too: a
 * day counts only if no other day has such a key. JSON-LD is not read here.
 */
export const readScriptedDays = (source: string): readonly Statement[] => {
  const found = new Map<string, Map<string, string>>();
  let days = 0;
  for (const { 1: day = '', 3: time = '', index } of source.matchAll(DAY)) {
    days += 1;
    if (days > MOST_DAYS) return [];
    const before = source.slice(Math.max(0, index - LONGEST_KEY), index);
    const property = KEYS.find(([, key]) => key.test(before))?.[0];
    if (property === undefined) continue;
    const values = found.get(property) ?? new Map<string, string>();
    const name = day.replace(/\D/g, '');
    if (!values.has(name)) values.set(name, day + time);
    found.set(property, values);
  }
  return [...found].flatMap(([property, values]): Statement[] => {
    const [value] = values.values();
    return values.size === 1 && value !== undefined ? [{ property, value, from: 'script' }] : [];
  });
};
