/** URIs of the namespaces that formats are recognized by. */
export const NAMESPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  media: 'http://search.yahoo.com/mrss/',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  wp: 'http://wordpress.org/export/',
} as const;

const CONVENTIONAL: Readonly<Record<string, string>> = NAMESPACES;

interface QualifiedName {
  /** Local name, lower case. */
  readonly name: string;
  readonly space: string;
}

/** Resolves the namespace of a name while elements open and close. An undeclared prefix has its usual meaning. */
export class Namespaces {
  readonly #scopes: ReadonlyMap<string, string>[] = [new Map()];

  open(tag: string, attributes: Readonly<Record<string, string>>): QualifiedName {
    const scope = this.#scopeWith(attributes);
    this.#scopes.push(scope);
    const colon = tag.indexOf(':');
    const prefix = colon < 0 ? '' : tag.slice(0, colon);
    return {
      name: tag.slice(colon + 1).toLowerCase(),
      space: scope.get(prefix) ?? CONVENTIONAL[prefix.toLowerCase()] ?? prefix,
    };
  }

  close(): void {
    if (this.#scopes.length > 1) this.#scopes.pop();
  }

  #scopeWith(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
    const outer = this.#scopes.at(-1) ?? new Map<string, string>();
    const declared = Object.entries(attributes).filter(([key]) => /^xmlns(?::|$)/.test(key));
    if (declared.length === 0) return outer;
    return new Map([...outer, ...declared.map(([key, value]) => [key.slice(6), value.trim()] as const)]);
  }
}
