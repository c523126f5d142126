import type { StatedTime, Statement } from '../../../domain/article.ts';
import { type CandidateContext, type DateCandidate, plausible } from './candidate.ts';
import { readCoarseDate } from './coarse.ts';
import { readStatedDate } from './epoch.ts';
import { stateTime } from './stated.ts';

/** Properties with which sources state dates, and the trust in each, 0–10. */
const published: readonly (readonly [RegExp, number])[] = [
  [/(?:^|[.:])datepublished$/, 7],
  [/^article:(?:published_time|published|published_date)$/, 7],
  [
    /^(?:og|rnews|bt|sailthru|parsely|cxenseparse|cxense|news|prism)[:.-].{0,20}(?:pub|date$|publicationdate|publishtime)/,
    6,
  ],
  [
    /^(?:og:)?(?:article:)?(?:publish|published|publication|release|issue|display|posted|post|article|content|story|original)[-_.]?(?:date|time|on|at)(?:[-_.]?(?:time|only|published|gmt))?$/,
    6,
  ],
  [
    /^(?:pubdate|publishdate|pub_date|published|datepublication|(?:original)?publicationdate|article\.published|shareaholic:article_published_time|parsely-pub-date|versioncreated|firstcreated|date\.issue|norm|date-publish)$/,
    6,
  ],
  [/^dc(?:terms)?[.:](?:date(?:[.:](?:issued|published))?|issued|available)$/, 5.5],
  [
    /^dc(?:terms)?[.:](?:date[.:])?created$|(?:^|[.:])datecreated$|^(?:createdate|created|creation[-_]?date)$/,
    4.5,
  ],
  [
    /^(?:date|og:date|displaydate|uploaddate|timestamp|last-publish|original-publish-date|citation_(?:publication_|online_)?date)$/,
    4.5,
  ],
  [/[:.]uploaded$/, 4],
  [/^script\.published$/, 4.5],
];
const updated: readonly (readonly [RegExp, number])[] = [
  [/(?:^|[.:])datemodified$/, 5],
  [/^(?:article|og):(?:modified_time|updated_time|modified|updated)$/, 5],
  [/^dc(?:terms)?[.:](?:date[.:])?modified$/, 4.5],
  [
    /^(?:last-?modified|lastmod|last_updated|last-updated|modified|revised|updated|modification[-_]?date|dateupdated?|date-revised)$/,
    4,
  ],
  [/^script\.modified$/, 3.5],
];

/** Dates in structured data; a day is in the time offset that the source states. */
export const statedDates = (statements: readonly Statement[], context: CandidateContext): DateCandidate[] => {
  const found: DateCandidate[] = [];
  const own = statements.some(({ property }) => property === 'datepublished');
  /** What is stated of the site's page, a video or another article, where the article has a day itself. */
  const ofOther = (property: string): boolean =>
    own && /\.date(?:published|modified|created)$/.test(property);
  for (const { property, value, from } of statements.slice(0, 2000)) {
    const kind = trustIn(property, published) ? 'published' : 'updated';
    const trust =
      trustIn(property, published) ?? trustIn(property, updated) ?? (from === 'time' ? 3.5 : null);
    if (trust === null || value.length > 120) continue;
    const date = readStatedDate(value, context.profile);
    if (!date?.yearPrinted || !plausible(date)) continue;
    const isTime =
      from === 'time' && trustIn(property, published) === null && trustIn(property, updated) === null;
    found.push({
      kind: isTime ? 'published' : kind,
      source: isTime ? 'time' : 'statement',
      time: stateTime(date, context.zone),
      trust: trust + (from === 'json-ld' || from === 'format' ? 0.5 : 0) - (ofOther(property) ? 1.5 : 0),
    });
  }
  return found;
};

/** The month of publication in structured data, for a source that states no day. */
export const statedMonth = (
  statements: readonly Statement[],
  context: CandidateContext,
): StatedTime | null => {
  for (const { property, value } of statements.slice(0, 2000)) {
    if ((trustIn(property, published) ?? 0) < surelyPublished) continue;
    const date = readCoarseDate(value, context.profile);
    if (date?.precision === 'month' && plausible(date)) return stateTime(date, context.zone);
  }
  return null;
};

/** Trust in the properties that mean publication and nothing else. */
const surelyPublished = 5.5;

const trustIn = (property: string, list: readonly (readonly [RegExp, number])[]): number | null =>
  list.find(([pattern]) => pattern.test(property))?.[1] ?? null;
