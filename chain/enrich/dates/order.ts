import { countryOfZone } from '../../../authorities/zone-countries.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import type { FoundPublisher } from '../publishers/index.ts';

/**
 * The profile with the order of all-numeric dates of the publisher's country: few countries write the month first,
 * and their language is used elsewhere too. If the country is unknown, its time zone decides.
 */
export const withOwnOrder = (
  profile: LanguageProfile,
  { country, zone }: Pick<FoundPublisher, 'country' | 'zone'>,
): LanguageProfile => {
  if (profile.dates.order !== 'mdy') return profile;
  // Dates with the month first have slashes, seldom dashes or dots.
  if ((country ?? zone) === null) return { ...profile, dates: { ...profile.dates, dottedOrder: 'dmy' } };
  const home = country ?? countryOfZone(zone ?? '');
  return home !== null && monthFirst.has(home)
    ? profile
    : { ...profile, dates: { ...profile.dates, order: 'dmy' } };
};

/** The United States with their territories and associated states, Canada and the Philippines. */
const monthFirst = new Set(['US', 'AS', 'GU', 'MP', 'PR', 'UM', 'VI', 'FM', 'MH', 'PW', 'CA', 'PH']);
