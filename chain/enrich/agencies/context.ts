import type { AgencyAuthority } from '../../../authorities/agencies/index.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import type { Opening } from '../datelines/index.ts';
import type { FoundPublisher } from '../publishers/index.ts';

/** What is known about an article before its sources are detected. */
export interface CreditContext {
  readonly profile: LanguageProfile;
  readonly agencies: AgencyAuthority;
  readonly publisher: FoundPublisher;
  readonly opening: Opening;
}
