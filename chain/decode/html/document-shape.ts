/** Elements that may stand in a page's head (HTML, "in head"); anything else begins its body, told or not. */
const OF_HEAD: ReadonlySet<string> = new Set(
  'base basefont bgsound link meta title noscript noframes style script template head html'.split(' '),
);

export const beginsBody = (tag: string): boolean => !OF_HEAD.has(tag);

/** A shadow tree that is written out in the page is shown, though it stands in a template. */
export const isShown = (tag: string, attributes: Readonly<Record<string, string>>): boolean =>
  tag === 'template' && (attributes.shadowrootmode ?? attributes.shadowroot) !== undefined;

/** Whether an end tag follows a place: a container that nobody closes must not swallow the rest of the page. */
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
      // Nearly all pages write their tags in small letters; a second copy of the page is made only for the others.
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
 * Gives empty elements of XHTML (`<iframe …/>`) the end tag without which HTML takes the rest of the page for their
 * content. In other pages that is done where a frame would swallow to the end.
 */
export const closeEmptyElements = (source: string): string => {
  if (!source.includes('/>')) return source;
  if (IS_XHTML.test(source.slice(0, 2048))) return source.replace(EMPTY_RAW, '<$1$2></$1>');
  return /<iframe\b/i.test(source) ? source.replace(EMPTY_FRAME, '<$1$2></$1>') : source;
};
