/**
 * Compiles the parliamentarians of the measuring data (Wikidata and EveryPolitician, CC0) into a record file:
 * `node lab/authorities/import-politicians.ts ../shared/data/names/politicians.ndjson.gz`
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { nameTokens } from '../../authorities/people/matching/normalize-name.ts';
import { readRecords } from '../evaluate/sets.ts';
import { countryCodes } from './countries.ts';

const politician = z.object({
  id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  country: z.string(),
  wikidata: z.string().nullable(),
  name: z.string(),
  names: z.record(z.string(), z.string()),
});

const path = process.argv[2];
if (!path) throw new Error('which file?');

/** Languages by form. */
type Forms = Map<string, string[]>;

interface Politician {
  readonly country: string;
  readonly forms: Forms;
}

/** By id; a person may sit in two parliaments. */
const people = new Map<string, Politician>();

for await (const record of readRecords(path, politician.parse)) {
  const id = record.wikidata ?? `pol:${record.id}`;
  const person = people.get(id) ?? { country: countryCodes[record.country] ?? '', forms: new Map() };
  people.set(id, person);
  for (const [language, form] of Object.entries({ ...record.names, mul: record.name }))
    addForm(person.forms, language === 'cn' ? 'zh-hant' : language, tidy(form));
}

const lines = [...joinSame(people)].map(
  ([id, { country, forms }]) =>
    `${id}\t${country}\tMP\t${[...forms].map(([form, languages]) => `${languages.join(',')}=${form}`).join(';')}`,
);
writeFileSync(
  join(import.meta.dirname, '../../authorities/people/records/parliamentarians.tsv'),
  `id\tcountry\troles\tnames\n${lines.sort().join('\n')}\n`,
);

/**
 * Entries of several parliaments with the same name of three or more words (given name, patronymic, surname) are one
 * person. The entry with a Wikidata id is kept, or else the first.
 */
function joinSame(all: ReadonlyMap<string, Politician>): ReadonlyMap<string, Politician> {
  const joined = new Map<string, Politician>();
  const idOf = new Map<string, string>();
  for (const [id, { country, forms }] of [...all].sort(([one], [other]) => byId(one, other))) {
    const names = [...forms.keys()].map((form) => nameTokens(form)).filter(({ length }) => length > 2);
    const keys = names.map((tokens) => `${country} ${tokens.join(' ')}`);
    const same = keys.map((key) => idOf.get(key)).find((each) => each !== undefined) ?? id;
    for (const key of keys) if (!idOf.has(key)) idOf.set(key, same);
    const person = joined.get(same) ?? { country, forms: new Map() };
    joined.set(same, person);
    for (const [form, languages] of forms) for (const each of languages) addForm(person.forms, each, form);
  }
  return joined;
}

/** `Q…` before `pol:…`. */
function byId(one: string, other: string): number {
  return Number(one.startsWith('pol:')) - Number(other.startsWith('pol:')) || (one < other ? -1 : 1);
}

/** One entry per form; a Latin form that equals the English one needs no entry of its own. */
function addForm(forms: Forms, language: string, form: string): void {
  if (form === '') return;
  const languages = forms.get(form);
  if (!languages) forms.set(form, [language]);
  else if (!languages.includes(language) && !(/\p{Script=Latin}/u.test(form) && languages.includes('en')))
    languages.push(language);
}

/** `Surname, Given` reversed, titles and brackets removed, words in capitals in lower case. */
function tidy(printed: string): string {
  const bare = printed
    .normalize('NFC')
    .replace(/\s*[([（][^)\]）]{0,60}[)\]）]/gu, '')
    .replace(/^(मा\.|Dato' |Datuk |Hon\. |Dr\. )/u, '')
    .replace(/[\t;=|<~*_]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const [surname, given, ...rest] = bare.split(/, ?/u);
  const ordered =
    surname && given && rest.length === 0 && !/^(jr|sr|ii|iii)\.?$/iu.test(given)
      ? `${given} ${surname}`
      : bare;
  return ordered
    .split(' ')
    .map((word) =>
      [...word].length > 2 && word === word.toUpperCase() && word !== word.toLowerCase()
        ? word.replace(/\p{L}+/gu, (part) => part.charAt(0) + part.slice(1).toLowerCase())
        : word,
    )
    .join(' ');
}
