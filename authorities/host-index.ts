/** Records by host name; a host that has none takes that of the domain above it. */
export class HostIndex<T> {
  readonly #records = new Map<string, T>();

  /** The first record of a host wins. */
  add(host: string, record: T): void {
    const key = plainHost(host);
    if (!this.#records.has(key)) this.#records.set(key, record);
  }

  /** @param host  with or without `www.`, any case */
  get(host: string): T | null {
    for (let name = plainHost(host); name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
      const record = this.#records.get(name);
      if (record !== undefined) return record;
    }
    return null;
  }
}

/** A host in lower case without `www.` and without a dot at its end. */
export const plainHost = (host: string): string =>
  host
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\d?\./, '');
