import type { PeopleAuthority } from '../../../authorities/people/index.ts';
import type { NamedPerson } from '../../../domain/article.ts';
import type { SharedTables } from '../../../domain/shared-tables.ts';
import { profileFor } from '../../../languages/index.ts';
import { gatherPersons, type ReadableArticle, wholeText } from './coreference/gather-persons.ts';
import { areSurnames } from './coreference/second-surnames.ts';
import { correctNames } from './correct/index.ts';
import type { Without } from './correct/rule.ts';
import { chooseFamily, loadFamilies } from './tagger/families.ts';
import { loadNameTable } from './tagger/model.ts';
import { knownAsGiven, type NameTable } from './tagger/name-table.ts';
import { type TaggedText, tagText } from './tagger/tag-text.ts';
import { loadUntaggedReader, type UntaggedReader } from './tagger/untagged/index.ts';
import type { UntaggedName } from './tagger/untagged/untagged-name.ts';

export type { ReadableArticle };

export interface PeopleRecognizer {
  /**
   * The persons whom an article names, in the order of their first mention; each with all its mentions (UTF-16
   * offsets in title or body), the fullest printed name, and the roles printed beside it. Never throws on text.
   */
  readonly recognize: (article: ReadableArticle) => NamedPerson[];
  /** The first half of `recognize`, which takes most of the time. */
  readonly tag: (article: ReadableArticle) => TaggedArticle;
  /** The second half: rules correct the spans, and mentions are grouped into persons. */
  readonly resolve: (tagged: TaggedArticle, without?: Without) => NamedPerson[];
}

/** What the tagger of an article's script found; null if the script has no tagger. */
export interface TaggedArticle {
  readonly article: ReadableArticle;
  readonly tagged: TaggedText | null;
}

/**
 * Loads models and name lists: about half a second and 40 MB, which the threads of a process share through `tables`.
 *
 * @param people  for names in scripts without a tagger; later edits apply from the next article on
 * @param directory  separately trained models, for cross-validation; missing ones come from `models/`
 */
export const loadPeopleRecognizer = (
  people: PeopleAuthority,
  tables?: SharedTables,
  directory?: string,
): PeopleRecognizer => {
  const names = loadNameTable(undefined, tables);
  const families = loadFamilies(names, directory, tables);
  const untagged = loadUntaggedReader(people, (word) => isGivenName(names, word));
  const tag = (article: ReadableArticle): TaggedArticle => {
    const family = chooseFamily(families, article);
    return { article, tagged: family && tagText(wholeText(article), family, article.language) };
  };
  const resolve = (tagged: TaggedArticle, without: Without = nothing): NamedPerson[] => {
    const { article } = tagged;
    const found = findNames(tagged, names, untagged, without);
    const isPair = (name: string): boolean => areSurnames(name, article.language, names, people);
    return gatherPersons(article, found, { areSurnames: isPair, without });
  };
  return { recognize: (article) => resolve(tag(article)), tag, resolve };
};

const nothing: Without = new Set();

/** Names found by the script's tagger and corrected; or found without a tagger, if the script has none. */
const findNames = (
  { article, tagged }: TaggedArticle,
  table: NameTable,
  untagged: UntaggedReader,
  without: Without,
): readonly UntaggedName[] => {
  const { language } = article;
  const names = tagged ? correctNames(tagged, language, table, without) : [];
  // The models used for Greek and Persian were not trained on these languages, so names are also found without them.
  return tagged && !profileFor(language).persons
    ? names.map((span) => ({ ...span, role: null }))
    : untagged.find(wholeText(article), language, names);
};

/** A frequent given name, of the three levels in the table. */
const oftenGiven = 2;

const isGivenName = (names: NameTable, word: string): boolean => knownAsGiven(names, word) >= oftenGiven;
