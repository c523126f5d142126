import type { CleanArticle, SourceBlock } from '../../../domain/article.ts';
import { type CandidateContext, type DateCandidate, plausible } from './candidate.ts';
import { labelBefore, labelledAs } from './labels.ts';
import { findPrintedDates } from './printed.ts';
import { stateTime } from './stated.ts';
import { statedDates } from './statements.ts';
import { urlDate } from './url.ts';

/** Lines that are looked at, so that a page of a thousand comments costs no more than an article. */
const maximumLines = 400;
const longestLine = 300;

/** Every date that the source states about itself, its address prints or its lines near the article print. */
export const findCandidates = (clean: CleanArticle, context: CandidateContext): readonly DateCandidate[] => {
  const found: DateCandidate[] = statedDates(clean.statements, context);
  const fromUrl = urlDate(clean.url ?? addressOf(clean), context);
  if (fromUrl) found.push(fromUrl);
  const year = fromUrl ? Number(fromUrl.time.day.slice(0, 4)) : yearOf(found);
  const lines = nearLines(clean.blocks);
  for (const { block, distance } of lines) found.push(...blockDates(block, distance, context, year));
  return found.concat(openingDates(clean, context));
};

const addressOf = (clean: CleanArticle): string | null =>
  clean.statements.find(({ property }) => property === 'canonical' || property === 'og:url')?.value ?? null;

const yearOf = (candidates: readonly DateCandidate[]): number | null =>
  candidates[0] ? Number(candidates[0].time.day.slice(0, 4)) : null;

interface NearLine {
  readonly block: SourceBlock;
  /** Lines between it and the title, the credits or the text. */
  readonly distance: number;
}

/** Lines outside the text, by their distance to title and text; what is far after it is another article's. */
const nearLines = (blocks: readonly SourceBlock[]): readonly NearLine[] => {
  const own = new Set(['title', 'credit', 'body']);
  const near: NearLine[] = [];
  const first = blocks.findIndex(({ zone }) => own.has(zone));
  const last = blocks.findLastIndex(({ zone }) => own.has(zone));
  for (const [index, block] of blocks.entries()) {
    const distance = index < first ? first - index : index > last ? index - last + 2 : 0;
    if (distance > maximumLines || near.length > maximumLines) continue;
    near.push({ block, distance });
  }
  return near;
};

const blockDates = (
  block: SourceBlock,
  distance: number,
  context: CandidateContext,
  year: number | null,
): DateCandidate[] => {
  const found: DateCandidate[] = [];
  const trust = zoneTrust(block, distance);
  if (trust <= 0) return found;
  for (const datetime of block.datetimes) {
    const [date] = findPrintedDates(datetime.slice(0, 40), context.profile);
    if (!date?.yearPrinted || !plausible(date)) continue;
    const kind =
      labelledAs(`${block.text.slice(0, 60)} ${block.path.slice(-80)}`, context.profile) ?? 'published';
    found.push({ kind, source: 'time', time: stateTime(date, context.zone), trust: trust + 1.5 });
  }
  if (block.text.length > longestLine || (block.zone === 'body' && block.text.length > 120)) return found;
  for (const date of findPrintedDates(block.text, context.profile)) {
    const useYear = date.yearPrinted ? date.year : year;
    if (useYear === null || !plausible({ ...date, year: useYear })) continue;
    const label = labelBefore(block.text, date.start, date.end, context.profile);
    const share = (date.end - date.start) / block.text.length;
    const gain = (label ? 2 : 0) + (date.time ? 1 : 0) + share - (date.yearPrinted ? 0 : 1.5);
    const source = label ? 'label' : 'line';
    found.push({
      kind: label ?? 'published',
      source,
      time: stateTime(date, context.zone, useYear),
      trust: trust + gain,
    });
  }
  return found;
};

const zoneTrust = (block: SourceBlock, distance: number): number => {
  const named = /date|time|publi|posted|meta|byline|entry-|post-info|article-info|timestamp/.test(block.path)
    ? 1
    : 0;
  const foreign = /comment|related|sidebar|footer|recent|widget|archive|popular|calendar|latest|teaser/.test(
    block.path,
  )
    ? 2.5
    : 0;
  const links = block.linkDensity > 0.8 && block.text.length > 30 ? 1 : 0;
  const base = {
    credit: 4,
    title: 3.5,
    body: 2,
    before: 3 - Math.min(distance, 30) / 10,
    after: 2.5 - Math.min(distance, 30) / 6,
    unknown: 1.6,
  };
  return base[block.zone] + named - foreign - links;
};

/** A date in the first words of the text, where a dateline stands. */
const openingDates = (clean: CleanArticle, context: CandidateContext): DateCandidate[] => {
  const opening = clean.paragraphs[0]?.text.slice(0, 80) ?? '';
  const date = findPrintedDates(opening, context.profile).find(
    ({ start, yearPrinted }) => yearPrinted && start < 30,
  );
  if (!date || !plausible(date)) return [];
  return [{ kind: 'published', source: 'text', time: stateTime(date, context.zone), trust: 1.5 }];
};
