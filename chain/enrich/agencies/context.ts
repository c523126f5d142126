import type { AgencyAuthority } from '../../../authorities/agencies/index.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import type { Opening } from '../datelines/index.ts';
import type { FoundPublisher } from '../publishers/index.ts';

/** What is known of an article when its sources are looked for. */
export interface CreditContext {
  readonly profile: LanguageProfile;
  readonly agencies: AgencyAuthority;
  readonly publisher: FoundPublisher;
  readonly opening: Opening;
}
