import { loadPeople, type PeopleAuthority } from '../../../authorities/people/index.ts';
import type { NamedPerson } from '../../../domain/article.ts';
import type { SharedTables } from '../../../domain/shared-tables.ts';
import { profileFor } from '../../../languages/index.ts';
import { gatherPersons, type ReadableArticle } from './coreference/gather-persons.ts';
import { areSurnames } from './coreference/second-surnames.ts';
import { loadModel, loadNameTable, loadWordClusters, loadWordList } from './tagger/model.ts';
import { knownAsGiven, type NameTable } from './tagger/name-table.ts';
import { type Family, tagText } from './tagger/tag-text.ts';
import { loadUntaggedReader, type UntaggedReader } from './tagger/untagged/index.ts';
import type { UntaggedName } from './tagger/untagged/untagged-name.ts';

export type { ReadableArticle };

export interface PeopleRecognizer {
  /**
   * The persons whom an article names, in the order of their first mention; each with all its mentions (UTF-16
   * offsets in title or body), the fullest printed name, and the roles printed beside it. Never throws on text.
   */
  readonly recognize: (article: ReadableArticle) => NamedPerson[];
}

/**
 * Loads models and name lists: about half a second and 40 MB, which threads of one process share by `tables`.
 *
 * @param directory  models trained aside, for cross-validation; what is not there comes from `models/`
 * @param people  whose names are found in scripts that no tagger reads; later edits count from the next article on
 */
export const loadPeopleRecognizer = (
  directory?: string,
  tables?: SharedTables,
  people: PeopleAuthority = loadPeople(),
): PeopleRecognizer => {
  const names = loadNameTable(undefined, tables);
  const families = loadFamilies(names, directory, tables);
  const untagged = loadUntaggedReader(people, (word) => isGivenName(names, word));
  return {
    recognize: (article) => {
      const family = chooseFamily(families, article);
      return gatherPersons(article, {
        find: (text) => findNames(text, article, family, untagged),
        areSurnames: (name) => areSurnames(name, article.language, names, people),
      });
    },
  };
};

/** Names as the script's tagger finds them, and without a tagger where there is none of that script's own. */
const findNames = (
  text: string,
  { language }: ReadableArticle,
  family: Family | null,
  untagged: UntaggedReader,
): UntaggedName[] => {
  const tagged = family ? tagText(text, family, language) : [];
  // Greek and Persian are read by a model that has seen none of their text: names are found without it too.
  return family && !profileFor(language).persons
    ? tagged.map((span) => ({ ...span, role: null }))
    : untagged.find(text, language, tagged);
};

type FamilyName = 'latin' | 'cyrillic' | 'arabic' | 'chinese' | 'japanese' | 'korean';

/** Met often as a given name, of the three steps that the table keeps. */
const oftenGiven = 2;

const isGivenName = (names: NameTable, word: string): boolean => knownAsGiven(names, word) >= oftenGiven;

const loadFamilies = (
  names: NameTable,
  directory: string | undefined,
  tables: SharedTables | undefined,
): ReadonlyMap<FamilyName, Family> => {
  const load = (name: FamilyName, words: string | null): [FamilyName, Family] => [
    name,
    {
      model: loadModel(name, directory, tables),
      names,
      words: words ? loadWordList(words, undefined, tables) : null,
      clusters: loadWordClusters(name, undefined, tables),
    },
  ];
  return new Map([
    load('latin', null),
    load('cyrillic', null),
    load('arabic', null),
    load('chinese', 'zh'),
    load('japanese', 'ja'),
    load('korean', 'ko'),
  ]);
};

const familyOfLanguage: Readonly<Record<string, FamilyName>> = {
  zh: 'chinese',
  ja: 'japanese',
  ko: 'korean',
};

/** Languages without a model of their own are read by the model of their script; Greek has capitals, as Latin. */
const familyOfScript: Readonly<Record<string, FamilyName>> = {
  Latn: 'latin',
  Grek: 'latin',
  Cyrl: 'cyrillic',
  Arab: 'arabic',
  Hans: 'chinese',
  Hant: 'chinese',
  Hani: 'chinese',
  Jpan: 'japanese',
  Kana: 'japanese',
  Hira: 'japanese',
  Kore: 'korean',
  Hang: 'korean',
};

const chooseFamily = (
  families: ReadonlyMap<FamilyName, Family>,
  { language, script }: ReadableArticle,
): Family | null => {
  const name = familyOfLanguage[language] ?? familyOfScript[script];
  return (name && families.get(name)) ?? null;
};
