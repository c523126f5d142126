import type { CleanArticle, SourceBlock } from '../../../domain/article.ts';
import { type CandidateContext, type DateCandidate, plausible } from './candidate.ts';
import { readStatedDate } from './epoch.ts';
import { isChangedLater, labelledAs, labelOf } from './labels.ts';
import { farthestTrust, lineTrust } from './line-trust.ts';
import { findPrintedDates } from './printed.ts';
import { stateTime } from './stated.ts';
import { statedDates } from './statements.ts';
import { urlDate } from './url.ts';

/** How many lines are read, so that a page with a thousand comments costs no more than an article. */
const maximumLines = 400;
const longestLine = 300;

/** Every date in the source's statements about itself, in its address, or in its lines near the article. */
export const findCandidates = (clean: CleanArticle, context: CandidateContext): readonly DateCandidate[] => {
  const found: DateCandidate[] = statedDates(clean.statements, context);
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

interface NearLine {
  readonly block: SourceBlock;
  /** Lines between it and the title, the credits or the text. */
  readonly distance: number;
  /** It is after the last line of the text. */
  readonly behind: boolean;
}

/** The nearest lines, by their distance to title and text; lines far after the text belong to other articles. */
const nearLines = (blocks: readonly SourceBlock[]): readonly NearLine[] => {
  const own = new Set(['title', 'credit', 'body']);
  const first = blocks.findIndex(({ zone }) => own.has(zone));
  const last = blocks.findLastIndex(({ zone }) => own.has(zone));
  const text = blocks.findLastIndex(({ zone }) => zone === 'body');
  const after = (index: number): number => (index > last ? index - last + 2 : 0);
  const lines = blocks.map((block, index) => ({
    block,
    distance: index < first ? first - index : after(index),
    behind: text >= 0 && index > text,
  }));
  const farthest = lines.length > maximumLines ? cut(lines.map(({ distance }) => distance)) : maximumLines;
  return lines.filter(({ distance }) => distance <= farthest);
};

/** The distance that includes the allowed number of lines. */
const cut = (distances: readonly number[]): number =>
  distances.toSorted((a, b) => a - b)[maximumLines] ?? maximumLines;

/** How much less a credit line after the text counts than one below the title. */
const creditBehind = 0.7;

const blockDates = (
  { block, distance, behind }: NearLine,
  context: CandidateContext,
  year: number | null,
): DateCandidate[] => {
  const trust = lineTrust(block, distance) - (behind && block.zone === 'credit' ? creditBehind : 0);
  return [...attributeDates(block, trust, context), ...lineDates(block, trust, context, year)];
};

const attributeDates = (block: SourceBlock, trust: number, context: CandidateContext): DateCandidate[] => {
  if (trust <= 0) return [];
  const found: DateCandidate[] = [];
  for (const datetime of block.datetimes) {
    const date = readStatedDate(datetime.slice(0, 40), context.profile);
    if (!date?.yearPrinted || !plausible(date)) continue;
    const kind =
      labelledAs(`${block.text.slice(0, 60)} ${block.path.slice(-80)}`, context.profile) ?? 'published';
    found.push({ kind, source: 'time', time: stateTime(date, context.zone), trust: trust + 1.5 });
  }
  return found;
};

/** A labelled date in a footer line is trusted at any distance. */
const leastLabelled = 0.5;

const lineDates = (
  block: SourceBlock,
  trust: number,
  context: CandidateContext,
  year: number | null,
): DateCandidate[] => {
  const { text } = block;
  if (trust < farthestTrust || text.length > longestLine || (block.zone === 'body' && text.length > 120))
    return [];
  const found: DateCandidate[] = [];
  for (const date of findPrintedDates(text, context.profile)) {
    const useYear = date.yearPrinted ? date.year : year;
    if (useYear === null || !plausible({ ...date, year: useYear })) continue;
    const label = labelOf(text, date.start, date.end, context.profile);
    if (!label && trust <= 0) continue;
    const share = (date.end - date.start) / text.length;
    const alone = block.zone === 'body' && share > 0.6 ? 1.2 : 0;
    const gain = (label ? 2 : 0) + (date.time ? 1 : 0) + share + alone - (date.yearPrinted ? 0 : 1.5);
    const time = stateTime(date, context.zone, useYear);
    found.push({
      kind: label ?? 'published',
      source: label ? 'label' : 'line',
      time,
      trust: (label ? Math.max(leastLabelled, trust) : trust) + gain,
    });
    if (isChangedLater(text, date.end, context.profile))
      found.push({ kind: 'updated', source: 'label', time, trust: trust + gain });
  }
  return found;
};

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
