import type { DateKind, Mention, Paragraph, StatedTime } from './article.ts';
import type { ChecksumParts } from './checksum-parts.ts';

/** An article in the search index. Field names are those of the mapping, which is strict. */
export interface ArticleDocument {
  readonly id: string;
  readonly revision: number;
  readonly checksum: string;
  /** A tombstone: deleted, or moved to another language's index; aliases filter it out. */
  readonly gone: boolean;
  readonly title: string;
  /** The first paragraph, again. */
  readonly lead: string;
  /** The whole text, paragraphs separated by a line feed; offsets of mentions refer to it. */
  readonly body: string;
  /** Kinds of the paragraphs of `body`, in order; not indexed. */
  readonly kinds: readonly Paragraph['kind'][];
  /** Names of agency, publisher and place in the article's language and in English: searched, not shown. */
  readonly credits: readonly string[];
  /**
   * Local day `yyyy-mm-dd`: of publication, else of the update, else of the dateline; `yyyy-mm` or `yyyy` if none has a
   * day.
   */
  readonly date: string | null;
  readonly dateKind: DateKind | null;
  readonly published: StatedTime | null;
  readonly updated: StatedTime | null;
  /** Authority ids in printed order. */
  readonly agency: readonly string[];
  /** Authority id, else the host without `www.`. */
  readonly publisher: string | null;
  /** ISO 3166, of the publisher. */
  readonly country: string | null;
  /** `place` is an authority id, or `name:` and the printed form. */
  readonly dateline: {
    readonly place: string | null;
    readonly printed: string;
    readonly date: string | null;
  } | null;
  /** Ids, each once, for facets and filters. */
  readonly people: readonly string[];
  /** Names, roles and offsets, not indexed. */
  readonly mentions: readonly DocumentPerson[];
  /** Who wrote it, not who is named: `name:` and the name in lower case. */
  readonly authors: readonly string[];
  /** Countries, cities and international bodies that the text names: `CN`, `beijing`, `org:un`. */
  readonly mentioned: readonly string[];
  readonly language: string;
  readonly script: string;
  readonly url: string | null;
  /** Shared by copies of one wire text. */
  readonly story: string;
  /** Fingerprint by which copies are found; absent if the text is too short to judge. */
  readonly signature?: readonly string[];
  /** When the service accepted this revision, ISO instant. */
  readonly received: string;
  /** Added when the document is written. */
  readonly proof?: ChecksumParts;
}

export interface DocumentPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly mentions: readonly Mention[];
}

/** A document with only the required values: every other field is empty, and the article is its own story. */
export const bareDocument = (
  known: Pick<ArticleDocument, 'id' | 'revision' | 'checksum' | 'language' | 'received'>,
): ArticleDocument => ({
  gone: false,
  title: '',
  lead: '',
  body: '',
  kinds: [],
  credits: [],
  date: null,
  dateKind: null,
  published: null,
  updated: null,
  agency: [],
  publisher: null,
  country: null,
  dateline: null,
  people: [],
  mentions: [],
  authors: [],
  mentioned: [],
  script: 'Zyyy',
  url: null,
  story: known.id,
  ...known,
});

/** Replaces the document of an article that is deleted or has moved to another language's index. */
export const toTombstone = (
  id: string,
  revision: number,
  language: string,
  { checksum, received }: Pick<ArticleDocument, 'checksum' | 'received'>,
): ArticleDocument => ({ ...bareDocument({ id, revision, checksum, language, received }), gone: true });
