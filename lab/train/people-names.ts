import { join } from 'node:path';
import { loadAuthorities } from '../../authorities/load.ts';
import { hashFolded } from '../../chain/enrich/people/tagger/hashing.ts';
import {
  buildNameTable,
  type NameTableData,
  type WordFacts,
} from '../../chain/enrich/people/tagger/name-table.ts';
import { readLines, readRecords } from '../evaluate/sets.ts';
import { listLabels, readLabels } from './people-labels.ts';

interface Counts {
  any: number;
  given: number;
  surname: number;
  place: boolean;
  lower: number;
}

/** Compiles data about words from the name lists, the places and the texts' lower-case words. */
export const compileNames = async (
  data: string,
  labels: string | null,
  lists: string | null,
): Promise<NameTableData> => {
  const words = new Map<number, Counts>();
  const note = (word: string): Counts => {
    const hash = hashFolded(word, 0, word.length);
    const so = words.get(hash) ?? { any: 0, given: 0, surname: 0, place: false, lower: 0 };
    words.set(hash, so);
    return so;
  };
  await addPairs(data, note);
  await addPoliticians(data, note);
  const { people, places } = loadAuthorities();
  for (const { form, language } of people.names()) addName(form, language, note);
  for (const place of places.all())
    for (const forms of place.names.values())
      for (const form of forms) for (const part of form.split(/[\s-]+/u)) note(part).place = true;
  await addLowerCase(data, labels, note);
  if (lists) await addLists(join(lists, 'names.tsv'), note);
  const facts: WordFacts[] = [...words]
    .map(([hash, so]) => ({
      hash,
      name: bucket(so.any) | (bucket(so.given) << 2) | (bucket(so.surname) << 4) | (so.place ? 64 : 0),
      word: so.lower < 2 ? 0 : Math.min(15, Math.round(Math.log2(so.lower))),
    }))
    .filter(({ name, word }) => name !== 0 || word !== 0);
  process.stderr.write(`names: ${facts.length} words\n`);
  return buildNameTable(facts, 21);
};

const bucket = (count: number): number => {
  if (count === 0) return 0;
  if (count < 3) return 1;
  return count < 20 ? 2 : 3;
};

type Note = (word: string) => Counts;

const addPairs = async (data: string, note: Note): Promise<void> => {
  for (const language of ['ar', 'he', 'ja', 'ko', 'ru', 'zh'])
    for await (const line of readLines(join(data, 'names/pairs', `${language}.tsv.gz`))) {
      const [latin = '', other = '', count = '0'] = line.split('\t');
      for (const word of [latin, other]) {
        const so = note(word);
        so.any = Math.max(so.any, Number(count));
      }
    }
};

const addPoliticians = async (data: string, note: Note): Promise<void> => {
  const parse = (value: unknown): Record<string, string> =>
    typeof value === 'object' && value !== null && 'names' in value && value.names instanceof Object
      ? Object.fromEntries(Object.entries(value.names).map(([language, name]) => [language, String(name)]))
      : {};
  for await (const names of readRecords(join(data, 'names/politicians.ndjson.gz'), parse))
    for (const [language, name] of Object.entries(names)) addName(name, language, note);
};

/** Given names come first and surnames last, except in the languages with the reverse order. */
const addName = (name: string, language: string, note: Note): void => {
  const parts = name.split(/[\s·・,-]+/u).filter(Boolean);
  for (const part of parts) note(part).any += 1;
  if (parts.length < 2 || name.includes(',') || surnameFirst.has(language.split('-')[0] ?? '')) return;
  note(parts[0] ?? '').given += 1;
  note(parts.at(-1) ?? '').surname += 1;
};

const surnameFirst: ReadonlySet<string> = new Set(['zh', 'ja', 'ko', 'hu', 'vi']);

const addLowerCase = async (data: string, labels: string | null, note: Note): Promise<void> => {
  const count = (text: string): void => {
    for (const [word] of text.matchAll(/\p{L}{2,40}/gu))
      if (word === word.toLowerCase()) note(word).lower += 1;
  };
  for (const { path, name } of [...listLabels(join(data, 'persons')), ...(labels ? listLabels(labels) : [])])
    if (!/^(zh|ja|ko)-|\.dev$/.test(name)) for (const { text } of await readLabels(path)) count(text);
  const text = (value: unknown): string =>
    typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : '';
  for (const set of ['waddle', 'scrapinghub', 'fundus'])
    for await (const page of readRecords(join(data, 'pages', `${set}.ndjson.gz`), text)) count(page);
  const body = (value: unknown): string =>
    typeof value === 'object' && value !== null && 'body' in value ? String(value.body) : '';
  for await (const article of readRecords(join(data, 'articles', 'ar-ant.ndjson.gz'), body)) count(article);
};

/** With more bearers than this, a word is primarily a name, even if a place has it too. */
const fewBearers = 3;

/** Lines of kind (given, surname, place, lower), word, count; places last, since they give way to names. */
const addLists = async (path: string, note: Note): Promise<void> => {
  const places: string[] = [];
  for await (const line of readLines(path)) {
    const [kind = '', word = '', count = '0'] = line.split('\t');
    if (kind === 'place') places.push(word);
    else if (kind === 'lower') note(word).lower += Number(count);
    else if (kind === 'given' || kind === 'surname') {
      const so = note(word);
      so.any += Number(count);
      so[kind] += Number(count);
    } else throw new Error(`${path}: there is no kind ${kind}`);
  }
  for (const word of places) {
    const so = note(word);
    if (so.any < fewBearers) so.place = true;
  }
};
