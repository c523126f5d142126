import type { StatedTime } from '../../../domain/article.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import type { PrintedDate } from './printed.ts';

export type CandidateSource = 'statement' | 'time' | 'url' | 'label' | 'line' | 'text';

/** A day on which the article may have been published or changed. */
export interface DateCandidate {
  readonly kind: 'published' | 'updated';
  readonly source: CandidateSource;
  readonly time: StatedTime;
  /** How trustworthy it is before others agree, 0–10. */
  readonly trust: number;
}

export interface CandidateContext {
  readonly profile: LanguageProfile;
  readonly zone: string | null;
}

/** Years in which pages and their sources have been written. */
export const plausible = ({ year }: Pick<PrintedDate, 'year'>): boolean => year >= 1990 && year <= 2100;
