import type { CleanArticle, SourceBlock } from '../../../domain/article.ts';
import { type CandidateContext, type DateCandidate, plausible } from './candidate.ts';
import { blockDates, type NearLine } from './line-dates.ts';
import { findPrintedDates } from './printed.ts';
import { stateTime } from './stated.ts';
import { statedDates } from './statements.ts';
import { teasersOf } from './teasers.ts';
import { urlDate } from './url.ts';

/** How many lines are read, so that a page with a thousand comments costs no more than an article. */
const maximumLines = 400;

/** Every date in the source's statements about itself, in its address, or in its lines near the article. */
export const findCandidates = (clean: CleanArticle, context: CandidateContext): readonly DateCandidate[] => {
  // Where a `<time>` stands tells how far it is to be trusted.
  const inLines = new Set(clean.blocks.flatMap(({ datetimes }) => datetimes));
  const found: DateCandidate[] = statedDates(
    clean.statements.filter(({ from, value }) => from !== 'time' || !inLines.has(value)),
    context,
  );
  const fromUrl = urlDate(clean.url ?? addressOf(clean), context);
  if (fromUrl) found.push(fromUrl);
  const year = fromUrl ? Number(fromUrl.time.day.slice(0, 4)) : yearOf(found);
  const lines = nearLines(clean.blocks).map((line) => ({
    path: kindOfPath(line.block.path),
    behind: line.behind,
    dates: blockDates(line, context, year),
  }));
  return found.concat(withoutLists(lines), openingDates(clean, context));
};

const addressOf = (clean: CleanArticle): string | null =>
  clean.statements.find(({ property }) => property === 'canonical' || property === 'og:url')?.value ?? null;

const yearOf = (candidates: readonly DateCandidate[]): number | null =>
  candidates[0] ? Number(candidates[0].time.day.slice(0, 4)) : null;

/** From this many days on, a run of similar lines is a list: of comments, of other articles, of earlier issues. */
const listLength = 3;
const listDiscount = 1.5;
/** After the text such a list is of other articles: it is ignored even if the page has no other date. */
const listBehindDiscount = 5;

/** The path without class names that only some articles of a list have: `post-9968`, `tag-travel`, `has-post-thumbnail`. */
const kindOfPath = (path: string): string =>
  path
    .split(' ')
    .filter((name) => !/\d|^(?:tag|category|has)-/.test(name))
    .join(' ');

interface DatedLine {
  readonly path: string;
  readonly behind: boolean;
  readonly dates: readonly DateCandidate[];
}

/** Reduces the trust in lines of one path that state many days. */
const withoutLists = (lines: readonly DatedLine[]): DateCandidate[] => {
  const days = new Map<string, Set<string>>();
  for (const { path, dates } of lines) {
    const known = days.get(path) ?? new Set();
    for (const { time } of dates) known.add(time.day);
    days.set(path, known);
  }
  return lines.flatMap(({ path, behind, dates }) =>
    (days.get(path)?.size ?? 0) < listLength
      ? dates
      : dates.map((date) => ({ ...date, trust: date.trust - (behind ? listBehindDiscount : listDiscount) })),
  );
};

/** The nearest lines, by their distance to title and text; lines far after the text belong to other articles. */
const nearLines = (blocks: readonly SourceBlock[]): readonly NearLine[] => {
  const own = new Set(['title', 'credit', 'body']);
  const first = blocks.findIndex(({ zone }) => own.has(zone));
  const last = blocks.findLastIndex(({ zone }) => own.has(zone));
  const text = blocks.findLastIndex(({ zone }) => zone === 'body');
  const isTeaser = teasersOf(blocks);
  const after = (index: number): number => (index > last ? index - last + 2 : 0);
  const lines = blocks.map((block, index) => ({
    block,
    distance: index < first ? first - index : after(index),
    behind: text >= 0 && index > text,
    teaser: isTeaser(index),
  }));
  const farthest = lines.length > maximumLines ? cut(lines.map(({ distance }) => distance)) : maximumLines;
  return lines.filter(({ distance }) => distance <= farthest);
};

/** The distance that includes the allowed number of lines. */
const cut = (distances: readonly number[]): number =>
  distances.toSorted((a, b) => a - b)[maximumLines] ?? maximumLines;

/** A date in the first words of the text, the place of a dateline; a byline may come before it. */
const openingDates = (clean: CleanArticle, context: CandidateContext): DateCandidate[] => {
  for (const [index, { text }] of clean.paragraphs.slice(0, 3).entries()) {
    const date = findPrintedDates(text.slice(0, 80), context.profile).find(
      ({ start, yearPrinted }) => yearPrinted && start < (index === 0 ? 30 : 3),
    );
    if (date && plausible(date))
      return [{ kind: 'published', source: 'text', time: stateTime(date, context.zone), trust: 1.5 }];
  }
  return [];
};
