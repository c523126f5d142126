import type { LanguageProfile } from '../../../languages/profile.ts';

/**
 * The profile with the order of all-numeric dates that the publisher's country has: those who write the month first
 * are few, and their language is written elsewhere too.
 *
 * @param zone  the publisher's time zone; null where it is not known
 */
export const withOwnOrder = (profile: LanguageProfile, zone: string | null): LanguageProfile =>
  profile.dates.order !== 'mdy' || zone === null || monthFirst.test(zone)
    ? profile
    : { ...profile, dates: { ...profile.dates, order: 'dmy' } };

/** The United States, Canada and the Philippines, by their zones. */
const monthFirst =
  /^(?:US|Canada)\/|^Pacific\/(?:Honolulu|Guam)$|^Asia\/Manila$|^America\/(?:New_York|Detroit|Chicago|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Toronto|Vancouver|Winnipeg|Edmonton|Halifax|Regina|St_Johns|Puerto_Rico)$/;
