import { RejectedArticle } from '../../domain/errors.ts';

/** What open elements declare: real files have some dozens of namespaces. Each element that is cut out repeats them. */
const MOST_DECLARED = 1000;
const MAX_MARKUP = 10_000;

interface Declared {
  readonly depth: number;
  readonly entries: readonly (readonly [string, string])[];
}

/** The namespaces in scope while elements open and close. Only elements that declare some take memory. */
export class XmlScopes {
  readonly #declared: Declared[] = [];
  #count = 0;
  #depth = 0;
  /** Of the open elements; null if it is to be read again. */
  #scope: Readonly<Record<string, string>> | null = {};

  /** How many elements are open. */
  get depth(): number {
    return this.#depth;
  }

  /** @throws {RejectedArticle} `too-many-parts` */
  open(attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    const entries = Object.entries(attributes).filter(([key]) => /^xmlns(?::|$)/.test(key));
    if (entries.length === 0) return;
    this.#declared.push({ depth: this.#depth, entries });
    this.#count += entries.length;
    this.#scope = null;
    if (this.#count > MOST_DECLARED)
      throw new RejectedArticle(
        'too-many-parts',
        `more than ${MOST_DECLARED} namespaces declared around one place`,
      );
  }

  close(): void {
    const last = this.#declared.at(-1);
    if (last !== undefined && last.depth === this.#depth) {
      this.#declared.pop();
      this.#count -= last.entries.length;
      this.#scope = null;
    }
    if (this.#depth > 0) this.#depth -= 1;
  }

  /** What an element inside must declare to stand alone, unless it does. @throws {RejectedArticle} `too-many-parts` */
  markup(own: Readonly<Record<string, string>>): string {
    this.#scope ??= Object.fromEntries(this.#declared.flatMap(({ entries }) => entries));
    const markup = Object.entries(this.#scope)
      .filter(([key]) => !(key in own))
      .map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`)
      .join('');
    if (markup.length > MAX_MARKUP)
      throw new RejectedArticle(
        'too-many-parts',
        `namespaces of more than ${MAX_MARKUP} characters around an element`,
      );
    return markup;
  }
}
