import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../languages/index.ts';
import { type AnalyzedWords, openAnalysis } from './forms/analyzed.ts';
import { countFinds, type FormRow, type Keys } from './forms/figures.ts';
import { stemmers } from './forms/stemmers.ts';
import { listSets, readLines, UnreadableData } from './sets.ts';
import type { EvaluationTask, Row } from './task.ts';

/**
 * How many other forms of its word a form finds, as a search with `match=all` for one form would find a text with only
 * the other. For comparison: a Snowball stemmer, and the list of lemmas by itself.
 */
export const forms: EvaluationTask = {
  name: 'forms',
  summary:
    'a form finds the other forms of its word, and nothing else, beside a stemmer and a list of lemmas',
  run: async function* ({ data, log }) {
    const analysis = await openAnalysis();
    try {
      for (const { name, path } of listSets(data, 'forms', { endings: ['.tsv'] })) {
        const profile = languages.find(({ code }) => code === name);
        if (!profile) continue;
        log(`forms: ${name}`);
        const rows = await readForms(path);
        const printed = [...new Set(rows.map(({ form }) => form))];
        const keys = await ourKeys(analysis, name, printed);
        yield* figures(name, rows, keys.words);
        if (keys.compounds) yield* figures(name, rows, keys.compounds, '', '-with-compounds');
        const stemmer = stemmers[name];
        if (stemmer) yield* figures(name, rows, await stemmedKeys(analysis, stemmer, printed), 'snowball');
        const list = join(data, 'lemmas', `${name}.tsv.gz`);
        if (existsSync(list)) yield* figures(name, rows, await listedKeys(list, printed), 'list');
      }
    } finally {
      await analysis.close();
    }
  },
};

function* figures(set: string, rows: readonly FormRow[], keys: Keys, peer = '', suffix = ''): Generator<Row> {
  const { recall, precision } = countFinds(rows, keys);
  const named = peer ? { peer } : {};
  yield { task: 'forms', set, metric: `recall${suffix}`, value: recall, ...named };
  yield { task: 'forms', set, metric: `precision${suffix}`, value: precision, ...named };
}

const readForms = async (path: string): Promise<readonly FormRow[]> => {
  const rows: FormRow[] = [];
  for await (const line of readLines(path)) {
    const [form, lemma, , count] = line.split('\t');
    if (!form || !lemma || !Number(count)) throw new UnreadableData(`${path}: ${line}`);
    rows.push({ form, lemma, count: Number(count) });
  }
  return rows;
};

/**
 * A compound is found by its parts, but is not a form of them: if texts are split into parts, whole words are analyzed
 * like queries, and matches by parts are counted separately.
 */
const ourKeys = async (
  { ofLanguage }: AnalyzedWords,
  language: string,
  printed: readonly string[],
): Promise<{ readonly words: Keys; readonly compounds: Keys | null }> => {
  const analyzed = await ofLanguage(language);
  const [texts, prints, asked, askedAsPrinted] = await Promise.all([
    analyzed('text', printed),
    analyzed('exact', printed),
    analyzed('text_search', printed),
    analyzed('exact_search', printed),
  ]);
  await analyzed.end();
  const keysOf = (stems: typeof texts): Keys => ({
    stands: (form) => [...marked('t', stems.get(form)), ...marked('e', prints.get(form))],
    asks: (form) => [
      ...marked('t', onePlace(asked.get(form))),
      ...marked('e', onePlace(askedAsPrinted.get(form))),
    ],
  });
  return compounding.has(language)
    ? { words: keysOf(asked), compounds: keysOf(texts) }
    : { words: keysOf(texts), compounds: null };
};

/** Languages whose texts are split into the parts of compounds. */
const compounding = new Set(
  languages
    .filter(({ analysis }) => Object.values(analysis.filters ?? {}).some((filter) => 'compounds' in filter))
    .map(({ code }) => code),
);

type Tokens = readonly { readonly token: string; readonly position: number }[];

/** A search for several words finds no text of one. */
const onePlace = (tokens: Tokens = []): Tokens =>
  tokens.every(({ position }) => position === tokens[0]?.position) ? tokens : [];

const marked = (mark: string, tokens: Tokens = []): string[] => tokens.map(({ token }) => `${mark} ${token}`);

const stemmedKeys = async (
  { byStemmer }: AnalyzedWords,
  stemmer: string,
  printed: readonly string[],
): Promise<Keys> => {
  const stems = await byStemmer(stemmer, printed);
  const keys = (form: string): string[] => marked('t', stems.get(form));
  return { stands: keys, asks: keys };
};

const listedKeys = async (path: string, printed: readonly string[]): Promise<Keys> => {
  const wanted = new Set(printed);
  const lemmas = new Map<string, string[]>();
  for await (const line of readLines(path)) {
    const [form = '', lemma = ''] = line.toLowerCase().split('\t');
    if (wanted.has(form)) lemmas.set(form, [...(lemmas.get(form) ?? []), lemma]);
  }
  const keys = (form: string): readonly string[] => lemmas.get(form) ?? [form];
  return { stands: keys, asks: keys };
};
