import type { GivenFields } from './given-fields.ts';

/**
 * How far an article has come: RawArticle → DecodedArticle → CleanArticle → EnrichedArticle → ArticleDocument.
 * A step takes one state and gives the next, so the chain cannot be wired wrong.
 * All offsets are UTF-16 code units, end exclusive.
 */

/** The input exactly as received, so that everything else can be derived again. */
export interface RawInput {
  /** Media type without parameters, lower case; `application/json` means our own JSON, all of it in `given`. */
  readonly contentType: string;
  /** The charset that the transport declared, if any. */
  readonly charset: string | null;
  /** The text, or the bytes if they are not known to be UTF-8; empty for our own JSON. */
  readonly content: string | Uint8Array;
  readonly given: GivenFields;
}

export interface RawArticle {
  readonly id: string;
  /** Counted by the server, from 1. */
  readonly revision: number;
  readonly input: RawInput;
}

/** A statement of the source about itself: evidence that may be wrong. */
export interface Statement {
  /** Lower-cased key: `datepublished`, `og:title`, `article:published_time`, `author.name`, `publisher.name` … */
  readonly property: string;
  readonly value: string;
  readonly from: 'json-ld' | 'meta' | 'microdata' | 'time' | 'title' | 'link' | 'html' | 'script' | 'format';
}

/** One visible line or block of the source, in reading order. */
export interface SourceBlock {
  readonly text: string;
  /** Lower-cased element name; `text` in plain text. */
  readonly tag: string;
  /** Element names, ids and classes from the root to this block, space-separated, lower-cased. */
  readonly path: string;
  /** Share of the characters that are inside links, 0–1. */
  readonly linkDensity: number;
  /** `datetime` attributes of the block and of its descendants. */
  readonly datetimes: readonly string[];
  /** Distance to the article's text: assigned by the cleaner. */
  readonly zone: BlockZone;
  /** Where a page's markup placed it; absent in plain text and agency formats. */
  readonly layout?: BlockLayout;
}

/** What the cleaner needs to know of a page's structure; no node of the document tree is kept. */
export interface BlockLayout {
  /** The innermost element that contains the whole block. */
  readonly box: SourceBox;
  /** Tags and names of inline elements that contain the whole block, lower-cased, space-separated. */
  readonly inline: string;
  /** Only a line break separates it from the previous block. */
  readonly continues: boolean;
  /** Share of characters in bold, italic or larger type, 0–1. */
  readonly emphasis: number;
  /** Number of links that touch it. */
  readonly links: number;
  /** Place in the source, by elements opened before it. */
  readonly order: number;
}

/** A block-level element and those around it. */
export interface SourceBox {
  readonly tag: string;
  /** Id, classes, role and `itemprop`, lower-cased, space-separated. */
  readonly names: string;
  readonly parent: SourceBox | null;
  readonly depth: number;
  readonly order: number;
  /** Initially hidden, by an attribute or inline style of itself or of an ancestor. */
  readonly hidden: boolean;
}

/** `credit` is a line of the article that is not running text: byline, date, source. */
export type BlockZone = 'before' | 'title' | 'credit' | 'body' | 'after' | 'unknown';

/** The source read into one shape, whatever its format and charset. */
export interface DecodedArticle {
  readonly id: string;
  readonly revision: number;
  readonly given: GivenFields;
  /** Name of the decoder that read it: `html`, `text`, `json`, `ninjs`, `newsml-g2`, `nitf`, … */
  readonly format: string;
  readonly url: string | null;
  readonly statements: readonly Statement[];
  /** All zones are still `unknown`. Empty if there is a `given.body`. */
  readonly blocks: readonly SourceBlock[];
}

export type ParagraphKind = 'text' | 'subhead' | 'list-item' | 'quote';

export interface Paragraph {
  readonly kind: ParagraphKind;
  readonly text: string;
}

/** The article's text and nothing else; the rest is kept as evidence. */
export interface CleanArticle {
  readonly id: string;
  readonly revision: number;
  readonly given: GivenFields;
  readonly format: string;
  readonly url: string | null;
  readonly statements: readonly Statement[];
  /** All blocks with their zones. */
  readonly blocks: readonly SourceBlock[];
  readonly title: string | null;
  /** The text, including a dateline and credits at its beginning or end; enrichment splits them off. */
  readonly paragraphs: readonly Paragraph[];
}

export type Precision = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';
export type ZoneOrigin = 'printed' | 'publisher' | 'assumed-utc';

/** One point in time as an article states it. */
export interface StatedTime {
  /** ISO 8601 in UTC; for a precision of day or coarser the start of the local day in UTC. */
  readonly instant: string;
  /** Local calendar day, `yyyy-mm-dd`; `yyyy-mm` or `yyyy` with a precision of month or year. */
  readonly day: string;
  /** The form it was printed in. */
  readonly printed: string;
  readonly precision: Precision;
  readonly zone: ZoneOrigin;
}

export type DateKind = 'published' | 'updated' | 'dateline';

export interface Dateline {
  readonly place: { readonly id: string | null; readonly printed: string } | null;
  /** Local day, `yyyy-mm-dd`; only if the dateline prints one. */
  readonly date: string | null;
  /** The part that was split off the text. */
  readonly printed: string;
}

export interface Mention {
  readonly field: 'title' | 'body';
  readonly start: number;
  readonly end: number;
}

/** One person as one article names them. */
export interface NamedPerson {
  /** The fullest printed form, in its base form if that is known. */
  readonly name: string;
  readonly mentions: readonly Mention[];
  /** Roles and honorifics as printed: `State Councilor and Foreign Minister`. */
  readonly roles: readonly string[];
}

export interface LinkedPerson extends NamedPerson {
  /** An authority id (`Q…` or our own), or `name:<normalized form>` if no record is certain. */
  readonly id: string;
  readonly linked: boolean;
}

export interface EnrichedArticle {
  readonly id: string;
  readonly revision: number;
  readonly url: string | null;
  readonly title: string;
  /** Paragraphs without dateline and credit lines. */
  readonly paragraphs: readonly Paragraph[];
  /** Profile code, or `und`. */
  readonly language: string;
  /** ISO 15924, e.g. `Hans`. */
  readonly script: string;
  readonly date: string | null;
  readonly dateKind: DateKind | null;
  readonly published: StatedTime | null;
  readonly updated: StatedTime | null;
  readonly agency: readonly string[];
  readonly publisher: string | null;
  readonly dateline: Dateline | null;
  readonly people: readonly LinkedPerson[];
  /** Ids of who wrote it. */
  readonly authors: readonly string[];
  /** Ids of the places and bodies that the text names. */
  readonly mentioned: readonly string[];
}
