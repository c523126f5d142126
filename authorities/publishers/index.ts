import { join } from 'node:path';
import type { AgencyAuthority } from '../agencies/index.ts';
import { HostIndex, plainHost } from '../host-index.ts';
import { NameIndex } from '../name-index.ts';
import { labelIn, parseNames, readTable, type TableRow } from '../table.ts';
import { countryOfDomain, zoneOfCountry, zoneOfDomain } from '../zones.ts';

/** The owner of the site that carried an article. */
export interface Publisher {
  /** The site's main host without `www.`: `gov.cn`. */
  readonly id: string;
  readonly country: string | null;
  readonly zone: string | null;
  /** The language of the site, if it has a single one. */
  readonly language: string | null;
  readonly names: ReadonlyMap<string, readonly string[]>;
}

export interface PublisherAuthority {
  /** The recorded publisher of a host, subdomains included; null if it is not recorded. */
  publisherOf(host: string): Publisher | null;
  get(id: string): Publisher | null;
  label(id: string, language: string): string;
  /** The publishers with this name. */
  findByName(name: string): string[];
  /** The time zone of a host: its publisher's, else that of its country domain if the country has a single zone. */
  zoneOf(host: string): string | null;
  /** The country (ISO 3166) of a host: its publisher's, else that of its domain. */
  countryOf(host: string): string | null;
}

const file = 'publishers.tsv';

/** Loads the publishers, the sites of agencies and credited bodies among them. */
export const loadPublishers = (agencies: AgencyAuthority): PublisherAuthority => {
  const records = new Map<string, Publisher>();
  const hosts = new HostIndex<Publisher>();
  const names = new NameIndex();
  const record = (publisher: Publisher, all: readonly string[]): void => {
    if (!records.has(publisher.id)) {
      records.set(publisher.id, publisher);
      for (const forms of publisher.names.values()) for (const form of forms) names.add(form, publisher.id);
    }
    for (const host of all) hosts.add(host, publisher);
  };
  for (const row of readTable(join(import.meta.dirname, file))) record(...readPublisher(row));
  for (const agency of agencies.all()) {
    const id = agency.hosts[0];
    if (id !== undefined && !hosts.get(id))
      record({ ...agency, id: plainHost(id), language: null }, agency.hosts);
  }
  return {
    publisherOf: (host) => hosts.get(host),
    get: (id) => records.get(id) ?? null,
    label: (id, language) => {
      const publisher = records.get(id);
      return (publisher && labelIn(publisher.names, language)) ?? id;
    },
    findByName: (name) => [...names.find(name)],
    zoneOf: (host) => hosts.get(host)?.zone ?? zoneOfDomain(host),
    countryOf: (host) => hosts.get(host)?.country ?? countryOfDomain(host),
  };
};

const readPublisher = (row: TableRow): [Publisher, readonly string[]] => {
  const all = (row.hosts ?? '').split(' ').filter((host) => host !== '');
  const id = plainHost(all[0] ?? '');
  if (!id.includes('.')) throw new Error(`${file}: “${row.hosts}” contains no host`);
  const country = row.country || null;
  const countryZone = country && zoneOfCountry(country);
  if (country && !countryZone) throw new Error(`${file}, ${id}: unknown country ${country}`);
  const zone = row.zone || countryZone;
  const names = parseNames(row.names ?? '', `${file}, ${id}`);
  return [{ id, country, zone, language: row.language || null, names }, all];
};
