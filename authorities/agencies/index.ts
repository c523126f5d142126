import { join } from 'node:path';
import { HostIndex } from '../host-index.ts';
import { NameIndex, type NameMatch } from '../name-index.ts';
import { labelIn, parseNames, readTable, type TableRow } from '../table.ts';
import { zoneOfCountry } from '../zones.ts';

export type AgencyKind = 'agency' | 'government' | 'broadcaster' | 'newspaper' | 'website';

/** Someone who can be credited as the source of a text. */
export interface Agency {
  /** A short slug that never changes: `xinhua`. */
  readonly id: string;
  readonly kind: AgencyKind;
  /** ISO 3166, or null for bodies of several states. */
  readonly country: string | null;
  /** IANA time zone of its desk. */
  readonly zone: string | null;
  readonly hosts: readonly string[];
  /** Names by language, the label first. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

export interface AgencyAuthority {
  get(id: string): Agency | null;
  /** The name in a language, else in English, else any; for a `name:` id, that name. */
  label(id: string, language: string): string;
  /** Ids of the records with this printed name, in any script; several if it is ambiguous. */
  findByName(printed: string): string[];
  /** Every recorded name in a text, the longest at each position. */
  findAll(text: string): readonly NameMatch[];
  /** The record whose site this host is, subdomains included. */
  byHost(host: string): Agency | null;
  all(): readonly Agency[];
}

const files: Readonly<Record<string, AgencyKind>> = {
  'agencies.tsv': 'agency',
  'governments.tsv': 'government',
  'bodies.tsv': 'government',
  'broadcasters.tsv': 'broadcaster',
  'newspapers.tsv': 'newspaper',
  'websites.tsv': 'website',
};

/**
 * Loads the agency authority from its tables.
 *
 * @throws {Error} with file and record, for a duplicate id, a bad name list or an unknown country
 */
export const loadAgencies = (): AgencyAuthority => {
  const records = new Map<string, Agency>();
  const names = new NameIndex();
  const hosts = new HostIndex<Agency>();
  for (const [file, kind] of Object.entries(files))
    for (const row of readTable(join(import.meta.dirname, file))) {
      const agency = readAgency(row, kind, file);
      if (records.has(agency.id)) throw new Error(`${file}: duplicate id ${agency.id}`);
      records.set(agency.id, agency);
      for (const host of agency.hosts) hosts.add(host, agency);
      for (const forms of agency.names.values()) for (const form of forms) names.add(form, agency.id);
    }
  return {
    get: (id) => records.get(id) ?? null,
    label: (id, language) => {
      const agency = records.get(id);
      return (agency && labelIn(agency.names, language)) ?? id.replace(/^name:/, '');
    },
    findByName: (printed) => [...names.find(printed)],
    findAll: (text) => names.findAll(text),
    byHost: (host) => hosts.get(host),
    all: () => [...records.values()],
  };
};

const readAgency = (row: TableRow, kind: AgencyKind, file: string): Agency => {
  const id = row.id ?? '';
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) throw new Error(`${file}: “${id}” is no id`);
  const country = row.country || null;
  const countryZone = country && zoneOfCountry(country);
  if (country && !countryZone) throw new Error(`${file}, ${id}: unknown country ${country}`);
  return {
    id,
    kind,
    country,
    zone: row.zone || countryZone,
    hosts: (row.hosts ?? '').split(' ').filter((host) => host !== ''),
    names: parseNames(row.names ?? '', `${file}, ${id}`),
  };
};
