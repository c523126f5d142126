import type { AgencyAuthority } from '../../authorities/agencies/index.ts';
import type { PublisherAuthority } from '../../authorities/publishers/index.ts';

/** Names of sources for readers. */
export interface SourceLabels {
  readonly agencies: Pick<AgencyAuthority, 'label'>;
  readonly publishers: Pick<PublisherAuthority, 'label'>;
}
