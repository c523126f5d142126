import type { SourceBox } from '../../../domain/article.ts';
import type { MeasuredBlock } from './page.ts';

// Words that web developers use for parts of pages, in any language of the text.
const KINDS: readonly RegExp[] = [
  /article-?_?(?:body|text|content)|story-?_?(?:body|text|content)|articlebody|entry-?content|post-?(?:content|body)|news-?_?(?:text|body|content)/,
  /article|story|content|text|body|entry|post|main|news|richtext|prose|paragraph/,
  /comment|disqus|reply|forum|discuss/,
  /foot|copyright|legal|disclaimer|imprint/,
  /nav|menu|breadcrumb|crumb|topbar|header|pagination|pager/,
  /side|aside|widget|rail|column-?right|right-?col|promo|banner|advert|sponsor|(?:^|[ _-])ads?(?:[ _-]|$)/,
  /relat|recommend|popular|most-?(?:read|view)|teaser|also|more|trending|read-?next|latest|outbrain|taboola|list|links/,
  /share|social|tool|follow|facebook|twitter|print|icon|button|btn/,
  /caption|image|photo|figure|gallery|picture|media|video|img|slide/,
  /byline|author|date|time|meta|publish|source|credit|kicker|category|tag|label|topic/,
  /subscri|newsletter|paywall|login|signup|sign-?up|register|cookie|consent|modal|popup|overlay|donat|promo-?box/,
  /title|headline|heading/,
  /summary|lead|lede|intro|deck|standfirst|abstract|perex|subtitle|description|dek|excerpt/,
  /fact|infobox|quote|inset|embed|tweet|biblio|bio|about/,
];

const TAGS: readonly string[] = [
  'article',
  'main',
  'aside',
  'footer',
  'nav',
  'header',
  'form',
  'figure',
  'figcaption',
  'table',
  'ul',
  'ol',
  'blockquote',
  'section',
  'button',
  'dl',
];
const OWN_TAGS: readonly RegExp[] = [
  /^p$/,
  /^h1$/,
  /^h[2-6]$/,
  /^(?:li|dd|dt)$/,
  /^t[dh]$/,
  /^div$/,
  /^(?:body|center|font)$/,
];

/** Features of the tags, ids and classes at and around a block; cached per box, because blocks share boxes. */
export class NameReader {
  readonly #seen = new Map<SourceBox, readonly number[]>();
  readonly #tags = new Map<string, readonly number[]>();
  /** Kinds as bits, by class name: pages repeat few names many times. */
  readonly #kinds = new Map<string, number>();

  /** Adds a block's features to its row. */
  write({ block, box }: MeasuredBlock, row: number[]): void {
    for (const value of this.#ownTag(block.tag)) row.push(value);
    const inline = block.layout?.inline ?? '';
    const close = inline === '' ? 0 : this.#kindsOf(inline);
    for (let kind = 0; kind < KINDS.length; kind += 1) row.push((close >> kind) & 1 ? 0.5 : 0);
    for (const value of box === null ? EMPTY : this.#around(box)) row.push(value);
  }

  #ownTag(tag: string): readonly number[] {
    const known = this.#tags.get(tag);
    if (known) return known;
    const features = OWN_TAGS.map((pattern) => (pattern.test(tag) ? 1 : 0));
    this.#tags.set(tag, features);
    return features;
  }

  #around(box: SourceBox): readonly number[] {
    const known = this.#seen.get(box);
    if (known) return known;
    const distances = new Array<number>(KINDS.length + TAGS.length).fill(FAR);
    let depth = 0;
    for (let at: SourceBox | null = box; at !== null && depth < FAR; at = at.parent, depth += 1) {
      const { names, tag } = at;
      const kinds = names === '' || tag === 'body' || tag === 'html' ? 0 : this.#kindsOf(names);
      for (let kind = 0; kinds >> kind !== 0; kind += 1)
        if ((kinds >> kind) & 1 && distances[kind] === FAR) distances[kind] = depth;
      const which = TAGS.indexOf(tag);
      if (which >= 0 && distances[KINDS.length + which] === FAR) distances[KINDS.length + which] = depth;
    }
    const features = [...distances, Math.min(box.depth, 40)];
    this.#seen.set(box, features);
    return features;
  }

  #kindsOf(names: string): number {
    const known = this.#kinds.get(names);
    if (known !== undefined) return known;
    const bits = KINDS.reduce((sum, pattern, kind) => sum | (pattern.test(names) ? 1 << kind : 0), 0);
    this.#kinds.set(names, bits);
    return bits;
  }
}

const FAR = 12;
const EMPTY: readonly number[] = new Array<number>(KINDS.length + TAGS.length + 1).fill(FAR);
