import { countryOfZone } from '../../../authorities/zone-countries.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import type { FoundPublisher } from '../publishers/index.ts';

/**
 * The profile with the order of all-numeric dates that the publisher's country has: those who write the month first
 * are few, and their language is written elsewhere too. Where the country is not known its time zone tells it.
 */
export const withOwnOrder = (
  profile: LanguageProfile,
  { country, zone }: Pick<FoundPublisher, 'country' | 'zone'>,
): LanguageProfile => {
  if (profile.dates.order !== 'mdy') return profile;
  // Who writes the month first sets strokes, seldom dashes or dots.
  if ((country ?? zone) === null) return { ...profile, dates: { ...profile.dates, dottedOrder: 'dmy' } };
  const home = country ?? countryOfZone(zone ?? '');
  return home !== null && monthFirst.has(home)
    ? profile
    : { ...profile, dates: { ...profile.dates, order: 'dmy' } };
};

/** The United States with their territories and associated states, Canada and the Philippines. */
const monthFirst = new Set(['US', 'AS', 'GU', 'MP', 'PR', 'UM', 'VI', 'FM', 'MH', 'PW', 'CA', 'PH']);
