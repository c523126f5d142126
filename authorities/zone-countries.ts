import { countryOfMainZone } from './zones.ts';

/**
 * Further zones of countries with several, and of territories that print like their country. Names of the IANA
 * time zone database, including its old names.
 */
const furtherZones: Readonly<Record<string, readonly string[]>> = {
  US: [
    'America/{Adak Anchorage Atka Boise Chicago Denver Detroit Fort_Wayne Indianapolis Juneau Knox_IN Los_Angeles}',
    'America/{Louisville Menominee Metlakatla Nome Phoenix Puerto_Rico Shiprock Sitka St_Thomas Virgin Yakutat}',
    'Pacific/{Guam Honolulu Johnston Midway Pago_Pago Saipan Samoa Wake}',
    'CST6CDT EST EST5EDT HST MST MST7MDT Navajo PST8PDT',
  ].flatMap(spelledOut),
  CA: [
    'America/{Atikokan Blanc-Sablon Cambridge_Bay Coral_Harbour Creston Dawson Dawson_Creek Edmonton Fort_Nelson}',
    'America/{Glace_Bay Goose_Bay Halifax Inuvik Iqaluit Moncton Montreal Nipigon Pangnirtung Rainy_River}',
    'America/{Rankin_Inlet Regina Resolute St_Johns Swift_Current Thunder_Bay Vancouver Whitehorse Winnipeg}',
    'America/Yellowknife',
  ].flatMap(spelledOut),
};

/** Groups of zones that all lie in one country. */
const groups: readonly (readonly [string, string])[] = [
  ['US/', 'US'],
  ['America/Indiana/', 'US'],
  ['America/Kentucky/', 'US'],
  ['America/North_Dakota/', 'US'],
  ['Canada/', 'CA'],
];

/** `Area/{One Two}` and `One Two`, one by one. */
function spelledOut(names: string): string[] {
  const [, area = '', cities = names] = /^(\w+\/)\{(.+)\}$/.exec(names) ?? [];
  return cities.split(' ').map((city) => `${area}${city}`);
}

const countries = new Map(
  Object.entries(furtherZones).flatMap(([country, zones]) => zones.map((zone) => [zone, country])),
);

/**
 * The country (ISO 3166) that a time zone lies in, for the main zones of all countries and every zone of the United States and
 * of Canada; null for any other.
 */
export const countryOfZone = (zone: string): string | null =>
  countryOfMainZone(zone) ??
  countries.get(zone) ??
  groups.find(([prefix]) => zone.startsWith(prefix))?.[1] ??
  null;
