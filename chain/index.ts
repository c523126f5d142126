import { type AuthorityOptions, type LoadedAuthorities, loadAuthorities } from '../authorities/load.ts';
import type { LoggedEdit } from '../authorities/people/edited.ts';
import type { Preparation } from '../domain/acceptance.ts';
import type { CleanArticle, EnrichedArticle, RawArticle } from '../domain/article.ts';
import type { ArticleDocument } from '../domain/document.ts';
import { createSharedTables, type TableBuffers } from '../domain/shared-tables.ts';
import { cleanArticle } from './clean/index.ts';
import { decode } from './decode/index.ts';
import { type Enrichers, enrich } from './enrich/index.ts';
import { loadLanguageIdentifier } from './enrich/language/index.ts';
import { loadPersonLinker } from './enrich/link-people.ts';
import { loadPeopleRecognizer } from './enrich/people/index.ts';
import { makeDocument } from './make-document.ts';
import { type Prepared, prepareInput } from './prepare-article.ts';

export interface ChainOptions extends Pick<AuthorityOptions, 'peopleTable'> {
  /** Tables that another thread of this process has made. */
  readonly tables?: TableBuffers;
  /** Edits of operators that are in force from the beginning. */
  readonly edits?: readonly LoggedEdit[];
  /** Folder of models of persons trained aside, for cross-validation; what is not there comes from `models/`. */
  readonly models?: string;
}

/** From a raw article to its search document, with all that this takes. */
export interface Chain {
  readonly clean: (raw: RawArticle) => CleanArticle;
  readonly enrich: (clean: CleanArticle) => EnrichedArticle;
  /** The whole way. @throws {RejectedArticle} when it is no article, or not one that can be read */
  readonly makeDocument: (article: Preparation) => ArticleDocument;
  /** The same as JSON, or why there is none; documents such as PDF are opened first. Never throws. */
  readonly prepare: (article: Preparation) => Promise<Prepared>;
  /** Applies edits of operators. @throws {ZodError} if an entry is invalid; nothing changes then */
  readonly applyEdits: (edits: readonly LoggedEdit[]) => void;
  readonly enrichers: Enrichers;
  readonly authorities: LoadedAuthorities;
  /** All tables that it reads, for the chains of other threads. */
  readonly tables: () => TableBuffers;
}

/**
 * The only place where the chain is put together: for the worker's threads, a reindex, former revisions and what is
 * measured. Takes a second or so: once a thread, never once an article.
 */
export const createChain = ({ tables, peopleTable = null, edits = [], models }: ChainOptions = {}): Chain => {
  const shared = createSharedTables(tables);
  const authorities = loadAuthorities({ peopleTable, tables: shared });
  authorities.edited.apply(edits);
  const { agencies, people, places, publishers } = authorities;
  const enrichers: Enrichers = {
    agencies,
    places,
    publishers,
    languages: loadLanguageIdentifier(shared),
    people: loadPeopleRecognizer(people, shared, models),
    linker: loadPersonLinker(people),
  };
  const make = ({ raw, acceptance }: Preparation): ArticleDocument =>
    makeDocument(raw, acceptance, enrichers);
  return {
    clean: (raw) => cleanArticle(decode(raw)),
    enrich: (clean) => enrich(clean, enrichers),
    makeDocument: make,
    prepare: (article) => prepareInput(article, make),
    applyEdits: (added) => void authorities.edited.apply(added),
    enrichers,
    authorities,
    tables: shared.made,
  };
};
