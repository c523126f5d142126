/** Elements that may be in a page's head (HTML, "in head"); any other begins its body, even without `<body>`. */
const OF_HEAD: ReadonlySet<string> = new Set(
  'base basefont bgsound link meta title noscript noframes style script template head html'.split(' '),
);

export const beginsBody = (tag: string): boolean => !OF_HEAD.has(tag);

/** A declarative shadow tree is visible although it is in a template. */
export const isShown = (tag: string, attributes: Readonly<Record<string, string>>): boolean =>
  tag === 'template' && (attributes.shadowrootmode ?? attributes.shadowroot) !== undefined;

/** Whether an end tag follows a position: an unclosed container must not swallow the rest of the page. */
export class EndTags {
  readonly #source: string;
  readonly #last = new Map<string, number>();
  #lowered: string | null = null;

  constructor(source: string) {
    this.#source = source;
  }

  follows(tag: string, at: number): boolean {
    let last = this.#last.get(tag);
    if (last === undefined) {
      // Nearly all pages write tags in lower case; only the others need a lower-cased copy of the page.
      last = this.#source.lastIndexOf(`</${tag}`);
      if (last <= at) {
        this.#lowered ??= this.#source.toLowerCase();
        last = this.#lowered.lastIndexOf(`</${tag}`);
      }
      this.#last.set(tag, last);
    }
    return last > at;
  }
}

const IS_XHTML = /^\s{0,100}(?:<\?xml\b|<!doctype\s[^<>]{0,200}xhtml)|<html\b[^<>]{0,500}\sxmlns\s{0,5}=/i;
/** Elements whose content HTML reads as text up to their end tag; in XML they may be empty. */
const EMPTY_RAW = /<(iframe|script|style|title|textarea|noframes|noembed|xmp)\b([^<>]{0,2000}?)\/>/gi;
const EMPTY_FRAME = /<(iframe)\b([^<>]{0,2000}?)\/>(?![^<]{0,200}<\/iframe)/gi;

/**
 * Adds end tags to empty XHTML elements (`<iframe …/>`), because HTML would take the rest of the page for their
 * content. In pages other than XHTML, only if a frame would swallow everything up to the end.
 */
export const closeEmptyElements = (source: string): string => {
  if (!source.includes('/>')) return source;
  if (IS_XHTML.test(source.slice(0, 2048))) return source.replace(EMPTY_RAW, '<$1$2></$1>');
  return /<iframe\b/i.test(source) ? source.replace(EMPTY_FRAME, '<$1$2></$1>') : source;
};
