import type { Mention, NamedPerson } from '../../../domain/article.ts';
import type { SharedTables } from '../../../domain/shared-tables.ts';
import { loadModel, loadNameTable, loadWordList } from './model.ts';
import { type Family, tagText } from './recognition.ts';
import { resolveMentions } from './resolve-mentions.ts';
import { findRole } from './roles.ts';

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
 */
export const loadPeopleRecognizer = (directory?: string, tables?: SharedTables): PeopleRecognizer => {
  const families = loadFamilies(directory, tables);
  return {
    recognize: (article) => {
      const family = chooseFamily(families, article);
      return family ? recognizeWith(family, article) : [];
    },
  };
};

type FamilyName = 'latin' | 'cyrillic' | 'arabic' | 'chinese' | 'japanese' | 'korean';

const loadFamilies = (
  directory: string | undefined,
  tables: SharedTables | undefined,
): ReadonlyMap<FamilyName, Family> => {
  const names = loadNameTable(undefined, tables);
  const load = (name: FamilyName, words: string | null): [FamilyName, Family] => [
    name,
    {
      model: loadModel(name, directory, tables),
      names,
      words: words ? loadWordList(words, undefined, tables) : null,
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

const recognizeWith = (family: Family, article: ReadableArticle): NamedPerson[] => {
  // Title and text are tagged as one, so that each hears what the other says of a name.
  const { title, body, language } = article;
  const offset = title === '' ? 0 : title.length + 1;
  const whole = title === '' ? body : `${title}\n${body}`;
  const mentions = tagText(whole, family, language).map(
    ({ start, end }): Mention =>
      start < offset
        ? { field: 'title', start, end: Math.min(end, title.length) }
        : { field: 'body', start: start - offset, end: end - offset },
  );
  const printed = (mention: Mention): string => article[mention.field].slice(mention.start, mention.end);
  return resolveMentions(mentions, printed).map(({ name, mentions: own }) => ({
    name,
    mentions: own,
    roles: [
      ...new Set(own.slice(0, 20).map(({ field, start, end }) => findRole(article[field], start, end))),
    ].filter((role) => role !== null),
  }));
};
