import type { CleanArticle, DateKind, StatedTime } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';
import { isCoarse } from '../../../domain/partial-dates.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import type { FoundPublisher } from '../publishers/index.ts';
import type { DateCandidate } from './candidate.ts';
import { findCandidates } from './candidates.ts';
import { readCoarseDate } from './coarse.ts';
import { withOwnOrder } from './order.ts';
import { findPrintedDates } from './printed.ts';
import { reconcile } from './reconcile.ts';
import { precisions, stateTime } from './stated.ts';
import { statedMonth } from './statements.ts';

export interface FoundDates {
  readonly published: StatedTime | null;
  readonly updated: StatedTime | null;
}

export interface DateContext {
  readonly profile: LanguageProfile;
  readonly publisher: FoundPublisher;
}

/**
 * Finds when an article was published and last changed. The trust of all statements of a day is added up, so
 * that a page's own line, its address and its structured data decide together.
 *
 * @throws {RejectedArticle} `bad-date` if the sender's date cannot be read
 */
export const findDates = (clean: CleanArticle, { publisher, ...context }: DateContext): FoundDates => {
  const profile = withOwnOrder(context.profile, publisher);
  const { date } = clean.given;
  if (date === null) return { published: null, updated: null };
  if (date !== undefined) return { published: readGivenDate(date, profile, publisher.zone), updated: null };
  const candidates = reconcile(findCandidates(clean, { profile, zone: publisher.zone }));
  const published = best(
    candidates.filter(({ kind }) => kind === 'published'),
    candidates,
  );
  const updated = best(
    candidates.filter(({ kind }) => kind === 'updated'),
    candidates,
  );
  return {
    published: published?.time ?? statedMonth(clean.statements, { profile, zone: publisher.zone }),
    updated: updated?.time ?? null,
  };
};

/**
 * Reads a date in any printed form: a day, else a month or a year that is all that is given.
 *
 * @throws {RejectedArticle} `bad-date` without a date of the years 1000–2200
 */
export const readGivenDate = (printed: string, profile: LanguageProfile, zone: string | null): StatedTime => {
  const [day] = findPrintedDates(printed, profile);
  const date = day?.yearPrinted ? day : readCoarseDate(printed, profile);
  if (!date) throw new RejectedArticle('bad-date', `no date can be read from “${printed.slice(0, 100)}”`);
  return { ...stateTime(date, zone), printed: printed.slice(0, 200) };
};

const best = (own: readonly DateCandidate[], all: readonly DateCandidate[]): DateCandidate | null => {
  let chosen: DateCandidate | null = null;
  let highest = 1.2;
  for (const candidate of own) {
    const score = candidate.trust + agreement(candidate, all);
    const finer = chosen !== null && score === highest && isFiner(candidate, chosen);
    if (score > highest || finer) {
      chosen = candidate;
      highest = score;
    }
  }
  return chosen && finest(chosen, own);
};

/**
 * The same day from other kinds of sources, each kind once. A day of change does not support a bare
 * line with that day, which may belong to a comment.
 */
const agreement = (candidate: DateCandidate, all: readonly DateCandidate[]): number => {
  const sources = new Map<string, number>();
  for (const other of all)
    if (
      other.source !== candidate.source &&
      other.time.day === candidate.time.day &&
      !(candidate.kind === 'published' && candidate.source === 'line' && other.kind === 'updated')
    )
      sources.set(other.source, Math.max(sources.get(other.source) ?? 0, other.trust));
  return [...sources.values()].reduce((sum, trust) => sum + trust / 3, 0);
};

/** The most precise statement of the chosen day, printed ones first. */
const finest = (chosen: DateCandidate, own: readonly DateCandidate[]): DateCandidate => {
  let result = chosen;
  for (const other of own)
    if (other.time.day === chosen.time.day && other.trust > 2 && isFiner(other, result)) result = other;
  return result;
};

const isFiner = (a: DateCandidate, b: DateCandidate): boolean =>
  precisions.indexOf(a.time.precision) > precisions.indexOf(b.time.precision);

/**
 * The article's one day: of publication, else of the update, else of the dateline. A month or a year of publication gives
 * way to a day within it.
 */
export const chooseDate = (
  dates: FoundDates & { readonly dateline: string | null },
): { readonly date: string | null; readonly dateKind: DateKind | null } => {
  const { published, dateline } = dates;
  if (published && dateline && isCoarse(published) && dateline.startsWith(published.day))
    return { date: dateline, dateKind: 'dateline' };
  if (published) return { date: published.day, dateKind: 'published' };
  if (dates.updated) return { date: dates.updated.day, dateKind: 'updated' };
  return { date: dateline, dateKind: dateline === null ? null : 'dateline' };
};
