import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDense } from '../../../languages/scripts.ts';
import type { SearchText } from '../retrieval/article-search.ts';
import { readLines } from '../sets.ts';

/** @returns the ids of the texts that hold every word of a term, or a form of each by the list of lemmas */
export const readByHand = async (
  data: string,
  language: string,
  texts: readonly SearchText[],
): Promise<(term: string) => ReadonlySet<string>> => {
  const normal = texts.map(({ id, title, body }) => ({ id, text: normalize(`${title}\n${body}`) }));
  const held = normal.map(({ id, text }) => ({
    id,
    text,
    words: new Set(text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []),
  }));
  const vocabulary = new Set(held.flatMap(({ words }) => [...words]));
  const lemmas = await readLemmas(join(data, 'lemmas', `${language}.tsv.gz`));
  const prefixes = writtenOnto[language] ?? [];
  const formsOf = (word: string): readonly string[] => {
    const wanted = lemmas.get(word) ?? new Set([word]);
    const sameWord = (form: string): boolean =>
      [...(lemmas.get(form) ?? [form])].some((lemma) => wanted.has(lemma));
    return [...vocabulary].filter(
      (other) =>
        other === word ||
        prefixes.some((prefix) => other.startsWith(prefix) && sameWord(other.slice(prefix.length))) ||
        sameWord(other) ||
        (compounding.has(language) && word.length > 3 && other.includes(word)),
    );
  };
  return (term) => {
    const asked = normalize(term);
    if (isDense(asked))
      return idsOf(held.filter(({ text }) => asked.split(' ').every((run) => text.includes(run))));
    const families = asked.split(' ').map(formsOf);
    return idsOf(
      held.filter(({ words }) => families.every((family) => family.some((form) => words.has(form)))),
    );
  };
};

const idsOf = (texts: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(texts.map(({ id }) => id));

/** "And", "the", "in", "to". */
const writtenOnto: Readonly<Record<string, readonly string[]>> = {
  ar: 'ال و ف ب ل ك وال فال بال كال لل ولل وب ول س وس'.split(' '),
};

/** A word that holds another holds it. */
const compounding = new Set(['de', 'nl', 'sv']);

/** Compatibility forms, case, Arabic vowels, signs without width and the dots between signs. */
const normalize = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u064b-\u065fـ\u200b-\u200f]/g, '')
    .replace(/(?<=[\p{sc=Hang}\p{sc=Kana}])[·・ㆍ](?=[\p{sc=Hang}])/gu, '');

const readLemmas = async (path: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const lemmas = new Map<string, Set<string>>();
  if (!existsSync(path)) return lemmas;
  for await (const line of readLines(path)) {
    const [form = '', lemma = ''] = line.split('\t').map(normalize);
    lemmas.set(form, (lemmas.get(form) ?? new Set()).add(lemma));
    lemmas.set(lemma, (lemmas.get(lemma) ?? new Set()).add(lemma));
  }
  return lemmas;
};
