import type { AgencyAuthority } from '../../../authorities/agencies/index.ts';
import type { CleanArticle, Paragraph } from '../../../domain/article.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import type { Opening } from '../datelines/index.ts';
import type { FoundPublisher } from '../publishers/index.ts';

export interface FoundAgencies {
  /** Authority ids in printed order, or `name:` and the printed name of an unrecorded source. */
  readonly ids: readonly string[];
  /** The text without dateline and credit lines. */
  readonly paragraphs: readonly Paragraph[];
}

export interface CreditContext {
  readonly profile: LanguageProfile;
  readonly agencies: AgencyAuthority;
  readonly publisher: FoundPublisher;
  readonly opening: Opening;
}

/** Finds who is credited for the text. */
export const findAgencies = (_clean: CleanArticle, { opening }: CreditContext): FoundAgencies => ({
  ids: opening.agencies,
  paragraphs: opening.paragraphs,
});
