/** Records by host name; a host without one takes that of its parent domain, unless that domain is shared. */
export class HostIndex<T> {
  readonly #records = new Map<string, T>();

  /** A host keeps its first record. */
  add(host: string, record: T): void {
    const key = plainHost(host);
    if (!this.#records.has(key)) this.#records.set(key, record);
  }

  /** @param host  with or without `www.`, any case */
  get(host: string): T | null {
    const own = plainHost(host);
    for (let name = own; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
      if (name !== own && isSharedDomain(name)) return null;
      const record = this.#records.get(name);
      if (record !== undefined) return record;
    }
    return null;
  }
}

const governments = /^(?:gov|gob|gouv|go|gub|govt|gv|gc|mil)\.[a-z]{2}$/;
const others: ReadonlySet<string> = new Set(['europa.eu', 'admin.ch', 'bund.de', 'lg.jp', 'gouv.qc.ca']);

/** Whether the sites below a domain belong to different bodies: ministries below `gov.cn` are not the State Council. */
export const isSharedDomain = (domain: string): boolean => governments.test(domain) || others.has(domain);

/** A host in lower case without `www.` and without a dot at its end. */
export const plainHost = (host: string): string =>
  host
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\d?\./, '');
