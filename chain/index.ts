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
import { type PreparationStep, type Prepared, prepareInput } from './prepare-article.ts';

export interface ChainOptions extends Pick<AuthorityOptions, 'peopleTable'> {
  /** Tables that another thread of this process has made. */
  readonly tables?: TableBuffers;
  /** Edits of operators that apply from the beginning. */
  readonly edits?: readonly LoggedEdit[];
  /** Folder of separately trained models of persons, for cross-validation; missing ones come from `models/`. */
  readonly models?: string;
}

/** Makes search documents from raw articles, with the models and authorities that this needs. */
export interface Chain {
  readonly clean: (raw: RawArticle) => CleanArticle;
  readonly enrich: (clean: CleanArticle) => EnrichedArticle;
  /** All steps. @throws {RejectedArticle} if the input is not an article, or cannot be read */
  readonly makeDocument: (article: Preparation) => ArticleDocument;
  /**
   * The same as JSON, or the reason why there is none; documents such as PDF are opened first. Tells each step before it
   * begins. Never throws.
   */
  readonly prepare: (article: Preparation, onStep?: (step: PreparationStep) => void) => Promise<Prepared>;
  /** Applies edits of operators. @throws {ZodError} if an entry is invalid; nothing changes then */
  readonly applyEdits: (edits: readonly LoggedEdit[]) => void;
  readonly enrichers: Enrichers;
  readonly authorities: LoadedAuthorities;
  /** All tables that it reads, for the chains of other threads. */
  readonly tables: () => TableBuffers;
}

/**
 * The only place that puts the chain together: for the worker's threads, a reindex, former revisions and
 * evaluation. Takes about a second: call it once per thread, never per article.
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
    prepare: (article, onStep) => prepareInput(article, make, onStep),
    applyEdits: (added) => void authorities.edited.apply(added),
    enrichers,
    authorities,
    tables: shared.made,
  };
};
