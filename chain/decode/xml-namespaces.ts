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
  /** What a prefix means, the innermost declaration last. */
  readonly #meanings = new Map<string, string[]>();
  /** The prefixes that each open element declares. */
  readonly #declared: (readonly string[])[] = [];

  open(tag: string, attributes: Readonly<Record<string, string>>): QualifiedName {
    this.#declared.push(this.#declare(attributes));
    const colon = tag.indexOf(':');
    const prefix = colon < 0 ? '' : tag.slice(0, colon);
    return {
      name: tag.slice(colon + 1).toLowerCase(),
      space: this.#meanings.get(prefix)?.at(-1) ?? CONVENTIONAL[prefix.toLowerCase()] ?? prefix,
    };
  }

  close(): void {
    for (const prefix of this.#declared.pop() ?? []) this.#meanings.get(prefix)?.pop();
  }

  #declare(attributes: Readonly<Record<string, string>>): readonly string[] {
    const prefixes: string[] = [];
    for (const [key, value] of Object.entries(attributes)) {
      if (!/^xmlns(?::|$)/.test(key)) continue;
      const prefix = key.slice(6);
      const meanings = this.#meanings.get(prefix) ?? [];
      meanings.push(value.trim());
      this.#meanings.set(prefix, meanings);
      prefixes.push(prefix);
    }
    return prefixes;
  }
}
