import type { SourceBlock } from '../../../domain/article.ts';
import { type CandidateContext, type DateCandidate, plausible } from './candidate.ts';
import { readStatedDate } from './epoch.ts';
import { isChangedLater, isToday, labelledAs, labelOf } from './labels.ts';
import { farthestTrust, lineTrust } from './line-trust.ts';
import { findPrintedDates, type PrintedDate } from './printed.ts';
import { stateTime } from './stated.ts';

const longestLine = 300;

export interface NearLine {
  readonly block: SourceBlock;
  /** Lines between it and the title, the credits or the text. */
  readonly distance: number;
  /** It is after the last line of the text. */
  readonly behind: boolean;
  /** It is part of a notice of another article. */
  readonly teaser: boolean;
}

/** How much less a credit line after the text counts than one below the title. */
const creditBehind = 0.7;
/** As of boxes that are named for other articles, and the trust of a credit line, which it is not. */
const teaserDiscount = 4.5;

/** The days that a line prints or states in attributes. */
export const blockDates = (
  { block, distance, behind, teaser }: NearLine,
  context: CandidateContext,
  year: number | null,
): DateCandidate[] => {
  const trust =
    lineTrust(block, distance) -
    (behind && block.zone === 'credit' ? creditBehind : 0) -
    (teaser ? teaserDiscount : 0);
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
    // In a sentence it is the day of what the text tells: of a meeting, an offer.
    const gain = block.zone === 'body' && !isAlone(block, context) ? 0 : 1.5;
    found.push({ kind, source: 'time', time: stateTime(date, context.zone), trust: trust + gain });
  }
  return found;
};

/** So much of a line in the text a day must be to be about the text, not in it. */
const aloneShare = 0.6;

const shareOf = ({ start, end }: PrintedDate, { text }: SourceBlock): number => (end - start) / text.length;

const isAlone = (block: SourceBlock, { profile }: CandidateContext): boolean =>
  block.text.length < 40 ||
  findPrintedDates(block.text, profile).some((date) => shareOf(date, block) > aloneShare);

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
  let from = 0;
  for (const date of findPrintedDates(text, context.profile)) {
    const useYear = date.yearPrinted ? date.year : year;
    if (useYear === null || !plausible({ ...date, year: useYear })) continue;
    const label = labelOf(text, { ...date, from }, context.profile);
    from = date.end;
    if ((!label && trust <= 0) || isToday(text, date.start, context.profile)) continue;
    const share = shareOf(date, block);
    const inText = block.zone === 'body' && share <= aloneShare;
    const alone = block.zone === 'body' && !inText ? 1.2 : 0;
    const clock = date.time && (label || !inText) ? 1 : 0;
    const gain = (label ? 2 : 0) + clock + share + alone - (date.yearPrinted ? 0 : 1.5);
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
  return withLaterChange(found);
};

/** Of two days that one line labels as that of the text, the later is that of the change: `Erstellt: …, Stand: …`. */
const withLaterChange = (found: DateCandidate[]): DateCandidate[] => {
  const labelled = found.filter(({ kind, source }) => kind === 'published' && source === 'label');
  const days = labelled.map(({ time }) => time.day).sort();
  const [first, last] = [days[0], days.at(-1)];
  const isFirst = labelled[0]?.time.day === first;
  if (first === last || !isFirst || found.some(({ kind }) => kind === 'updated')) return found;
  return found.map((date) =>
    labelled.includes(date) && date.time.day === last ? { ...date, kind: 'updated' as const } : date,
  );
};
