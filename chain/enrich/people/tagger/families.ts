import type { SharedTables } from '../../../../domain/shared-tables.ts';
import { loadModel, loadWordClusters, loadWordList } from './model.ts';
import type { NameTable } from './name-table.ts';
import type { Family } from './tag-text.ts';

type FamilyName = 'latin' | 'cyrillic' | 'arabic' | 'chinese' | 'japanese' | 'korean';

/** Every model with the lists that it needs. */
export const loadFamilies = (
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

/** The family that reads an article; null if no tagger knows its script. */
export const chooseFamily = (
  families: ReadonlyMap<FamilyName, Family>,
  { language, script }: { readonly language: string; readonly script: string },
): Family | null => {
  const name = familyOfLanguage[language] ?? familyOfScript[script];
  return (name && families.get(name)) ?? null;
};
