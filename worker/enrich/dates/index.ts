import type { CleanArticle, DateKind, StatedTime } from '../../../domain/article.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import type { FoundPublisher } from '../publishers/index.ts';

export interface FoundDates {
  readonly published: StatedTime | null;
  readonly updated: StatedTime | null;
}

export interface DateContext {
  readonly profile: LanguageProfile;
  readonly publisher: FoundPublisher;
}

/** Finds when an article was published and last changed. */
export const findDates = (_clean: CleanArticle, _context: DateContext): FoundDates => ({
  published: null,
  updated: null,
});

/** The article's one day: of publication, else of the update, else of the dateline. */
export const chooseDate = (
  dates: FoundDates & { readonly dateline: string | null },
): { readonly date: string | null; readonly dateKind: DateKind | null } => {
  if (dates.published) return { date: dates.published.day, dateKind: 'published' };
  if (dates.updated) return { date: dates.updated.day, dateKind: 'updated' };
  return { date: dates.dateline, dateKind: dates.dateline === null ? null : 'dateline' };
};
