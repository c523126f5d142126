import { loadPeople, type PeopleAuthority } from '../../../authorities/people/index.ts';
import type { Mention, NamedPerson } from '../../../domain/article.ts';
import type { SharedTables } from '../../../domain/shared-tables.ts';
import { profileFor } from '../../../languages/index.ts';
import { findGender, type Gender } from './genders.ts';
import { hashFolded } from './hashing.ts';
import { loadModel, loadNameTable, loadWordClusters, loadWordList } from './model.ts';
import type { NameSpan } from './name-span.ts';
import { type NameTable, nameBits } from './names.ts';
import { type Family, tagText } from './recognition.ts';
import { type MentionClues, resolveMentions } from './resolve-mentions.ts';
import { findRole, findTitle } from './roles.ts';
import { areSurnames } from './second-surnames.ts';
import { loadUntaggedReader, type UntaggedReader } from './untagged/index.ts';
import type { UntaggedName } from './untagged/untagged-name.ts';

/** One article as the recognizer reads it. `language` is a profile code, `script` an ISO 15924 code. */
export interface ReadableArticle {
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly script: string;
}

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

const isGivenName = (names: NameTable, word: string): boolean =>
  ((names.bits(hashFolded(word, 0, word.length)) >> nameBits.givenShift) & 3) >= oftenGiven;

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

const mostRoleMentions = 20;

/** How the names of an article are found, and what is known of them beside the article. */
interface NameReader extends Pick<MentionClues, 'areSurnames'> {
  readonly find: (text: string) => UntaggedName[];
}

const gatherPersons = (
  { title, body, language }: ReadableArticle,
  { find, areSurnames: mayBeSurnames }: NameReader,
): NamedPerson[] => {
  // Title and text are read as one, so that each hears what the other says of a name.
  const offset = title === '' ? 0 : title.length + 1;
  const whole = title === '' ? body : `${title}\n${body}`;
  const roles = new Map<Mention, string | null>();
  for (const { start, end, role } of find(whole))
    roles.set(
      start < offset
        ? { field: 'title', start, end: Math.min(end, title.length) }
        : { field: 'body', start: start - offset, end: end - offset },
      role,
    );
  const textOf = ({ field }: Mention): string => (field === 'title' ? title : body);
  const printed = (mention: Mention): string => textOf(mention).slice(mention.start, mention.end);
  // What stands at the end of a headline is no role of whom the text opens with.
  const roleOf = (mention: Mention): string | null =>
    roles.get(mention) ?? findRole(textOf(mention), mention.start, mention.end, language);
  const titleOf = (mention: Mention): string | null =>
    findTitle(textOf(mention), mention, mention.end - mention.start > 2, language);
  const renames = (mention: Mention, before: Mention): boolean =>
    mention.field === before.field && isRenaming(textOf(mention), before, mention);
  const genderOf = (mention: Mention): Gender | null => findGender(textOf(mention), mention.start, language);
  const endings = profileFor(language).names?.endings ?? [];
  const clues = { titleOf, genderOf, endings, areSurnames: mayBeSurnames, renames };
  return resolveMentions([...roles.keys()], printed, clues).map(({ name, mentions }) => ({
    name,
    mentions,
    roles: [...new Set(mentions.slice(0, mostRoleMentions).map(roleOf))].filter((role) => role !== null),
  }));
};

const opening = /^(?:[ \u00a0]?[(（][ \u00a0]?|[=＝])$/u;
const closing = /^(?:[ \u00a0]?[)）]|[=＝、])/u;
const chinese = /^[\u3400-\u9fff々]/u;
const letters = /^\p{Lu}{2,6}$/u;

/** `盧武鉉(ノ・ムヒョン)`, `川村秀=かわむら・ひで=`, `López Obrador (ALO)`: a name in brackets, in other letters or shortened to capitals. */
const isRenaming = (text: string, before: NameSpan, { start, end }: NameSpan): boolean => {
  if (start - before.end > 3 || !opening.test(text.slice(before.end, start))) return false;
  if (!closing.test(text.slice(end, end + 2))) return false;
  const name = text.slice(start, end);
  return letters.test(name) || scriptOf(name) !== scriptOf(text.slice(before.start, before.end));
};

const scriptOf = (name: string): string =>
  chinese.test(name)
    ? 'Hani'
    : /^[\u3040-\u30ff]/u.test(name)
      ? 'Kana'
      : /^\p{Script=Latin}/u.test(name)
        ? 'Latn'
        : 'other';
