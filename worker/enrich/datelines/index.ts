import type { AgencyAuthority } from '../../../authorities/agencies/index.ts';
import type { PlaceAuthority } from '../../../authorities/places/index.ts';
import type { CleanArticle, Dateline, Paragraph } from '../../../domain/article.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import type { FoundDates } from '../dates/index.ts';

/** How an article opens: its dateline, and its text without it. */
export interface Opening {
  readonly dateline: Omit<Dateline, 'date'> | null;
  /** Agencies that the dateline names, in printed order. */
  readonly agencies: readonly string[];
  readonly paragraphs: readonly Paragraph[];
  /** The dateline's day, its year taken from the article's dates. */
  dayIn(dates: FoundDates): string | null;
}

export interface OpeningContext {
  readonly profile: LanguageProfile;
  readonly places: PlaceAuthority;
  readonly agencies: AgencyAuthority;
}

/** Splits the dateline off the text. */
export const splitDateline = (clean: CleanArticle, _context: OpeningContext): Opening => ({
  dateline: null,
  agencies: [],
  paragraphs: clean.paragraphs,
  dayIn: () => null,
});
