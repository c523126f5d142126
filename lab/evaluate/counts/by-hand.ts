import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDense } from '../../../languages/scripts.ts';
import type { SearchText } from '../retrieval/article-search.ts';
import { readLines } from '../sets.ts';
import { normalizer, withoutMarks } from './normal.ts';

/** The texts that a search for a term should find. */
export interface ByHand {
  /** Texts with every word, or a form of it. */
  readonly expected: ReadonlySet<string>;
  /** Texts that may be found but need not be: with a word in a compound, or, in Korean, with a space inside. */
  readonly allowed: ReadonlySet<string>;
}

/** The lemmas that a list gives to forms. */
export type Lemmas = ReadonlyMap<string, ReadonlySet<string>>;

/** Counts by the words of the texts and a list of lemmas, without any analyzer. */
export const readByHand = (
  language: string,
  texts: readonly SearchText[],
  lemmas: Lemmas,
): ((term: string) => ByHand) => {
  const normalize = normalizer(language);
  const held = texts.map(({ id, title, body }) => {
    const text = normalize(`${title}\n${body}`);
    return { id, text, words: new Set(text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) };
  });
  const vocabulary = [...new Set(held.flatMap(({ words }) => [...words]))];
  const readings = readingsOf(language, lemmas, new Set(vocabulary));
  const idsWith = (families: readonly (readonly string[])[]): ReadonlySet<string> =>
    new Set(
      held
        .filter(({ words }) => families.every((family) => family.some((form) => words.has(form))))
        .map(({ id }) => id),
    );
  return (term) => {
    const asked = normalize(term);
    if (isDense(asked)) {
      const holding = (spaced: boolean): ReadonlySet<string> => {
        const holds = (text: string): boolean => asked.split(' ').every((run) => text.includes(run));
        const found = held.filter(({ text }) => holds(text) || (spaced && holds(text.replaceAll(' ', ''))));
        return new Set(found.map(({ id }) => id));
      };
      return { expected: holding(false), allowed: language === 'ko' ? holding(true) : new Set() };
    }
    const bare = language === 'vi' && withoutMarks(asked) === asked;
    const families = asked.split(' ').map((word) => {
      const wanted = readings(word);
      return vocabulary.filter(
        (other) =>
          other === word ||
          (bare && withoutMarks(other) === word) ||
          [...readings(other)].some((lemma) => wanted.has(lemma)),
      );
    });
    const within = compounding.has(language)
      ? families.map((family, at) => [...family, ...holding(vocabulary, asked.split(' ')[at] ?? '', family)])
      : families;
    return { expected: idsWith(families), allowed: idsWith(within) };
  };
};

const compounding = new Set(['de', 'nl', 'sv']);

/** Words that contain a word or a form of it, without its last vowel: `kvinna` in `kvinnofrågan`. */
const holding = (
  vocabulary: readonly string[],
  word: string,
  family: readonly string[],
): readonly string[] => {
  const stems = [word, ...family]
    .map((form) => form.replace(/[aeo]$/u, ''))
    .filter((stem) => stem.length > 2);
  return vocabulary.filter((other) =>
    stems.some((stem) => other.length > stem.length && other.includes(stem)),
  );
};

/** Prefixes "and", "the", "in", "to", and suffixes "his", "their". */
const writtenOnto: Readonly<Record<string, { readonly before: string[]; readonly behind: string[] }>> = {
  ar: {
    before: ['', ...'ال و ف ب ل ك وال فال بال كال لل ولل وب ول س وس'.split(' ')],
    behind: ['', ...'ه ها هم هما ك كم نا ي'.split(' ')],
  },
};

/** The lemmas of a word; if none are listed, those of the word without clitics, or the word itself. */
const readingsOf = (
  language: string,
  lemmas: Lemmas,
  vocabulary: ReadonlySet<string>,
): ((word: string) => ReadonlySet<string>) => {
  const known = new Map<string, ReadonlySet<string>>();
  const { before, behind } = writtenOnto[language] ?? { before: [''], behind: [''] };
  const read = (word: string): ReadonlySet<string> => {
    const found = new Set<string>();
    for (const prefix of before)
      for (const suffix of behind) {
        const rest = word.slice(prefix.length, word.length - suffix.length);
        if (rest.length < 2 || !word.startsWith(prefix) || !word.endsWith(suffix)) continue;
        for (const lemma of lemmas.get(rest) ?? []) found.add(lemma);
        if (suffix === '' && vocabulary.has(rest)) found.add(rest);
      }
    return found.size > 0 ? found : new Set([word]);
  };
  return (word) => {
    const readings = known.get(word) ?? read(word);
    known.set(word, readings);
    return readings;
  };
};

/** Empty if a language has no list. */
export const readLemmas = async (data: string, language: string): Promise<Lemmas> => {
  const path = join(data, 'lemmas', `${language}.tsv.gz`);
  const lemmas = new Map<string, Set<string>>();
  if (!existsSync(path)) return lemmas;
  const normalize = normalizer(language);
  for await (const line of readLines(path)) {
    const [form = '', lemma = ''] = line.split('\t').map(normalize);
    lemmas.set(form, (lemmas.get(form) ?? new Set()).add(lemma));
    lemmas.set(lemma, (lemmas.get(lemma) ?? new Set()).add(lemma));
  }
  return lemmas;
};
