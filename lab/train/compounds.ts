import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readLines } from '../evaluate/sets.ts';
import { normalizeForm } from './forms/normalize.ts';
import { writeTable } from './forms/table.ts';

/**
 * Makes the tables of nouns with which the plugin `dateline-forms` splits compounds, from dictionaries with parts of
 * speech and lists of forms:
 *
 *     node lab/train/compounds.ts --lexicon <folder> --lemmas <folder>
 */
const { values } = parseArgs({ options: { lexicon: { type: 'string' }, lemmas: { type: 'string' } } });
if (!values.lexicon || !values.lemmas) {
  process.stderr.write('node lab/train/compounds.ts --lexicon <folder> --lemmas <folder>\n');
  process.exit(2);
}

/** Forms of a noun that occur only as the first part of a compound. */
const withinOf: Readonly<Record<string, (noun: string) => readonly string[]>> = {
  de: (noun) => (/[^ei]e$/.test(noun) ? [noun.slice(0, -1)] : []),
  nl: () => [],
  sv: (noun) => (/[ae]$/.test(noun) ? ['', 'o', 'u'].map((vowel) => noun.slice(0, -1) + vowel) : []),
};

/** First parts of compounds that are not nouns. */
const openers: Readonly<Record<string, readonly string[]>> = {
  de: 'außen innen haupt gesamt sonder'.split(' '),
  nl: 'buiten binnen hoofd'.split(' '),
  sv: 'utrikes inrikes huvud'.split(' '),
};

/** Endings that are also nouns, and parts of country names: a query for "land" does not mean Deutschland. */
const noParts: Readonly<Record<string, readonly string[]>> = {
  de: 'schaft schafts haft heit keit chen lein tum sal ling ung ion deutsch deutsche eng russ finn irr'.split(
    ' ',
  ),
  nl: 'schap heid ling dom ing sel duits eng rus fin ier'.split(' '),
  sv: 'skap het ning dom else tysk eng ryss fin are'.split(' '),
};

/** Short nouns occur in longer words more often by chance than as parts. */
const shortest = { part: 3, within: 4 };

const nounsOf = async (language: string, lexicon: string): Promise<ReadonlySet<string>> => {
  const nouns = new Set<string>();
  for (const file of [`en-${language}.tsv.gz`, `omw-${language}.tsv.gz`]) {
    const path = join(lexicon, file);
    if (!existsSync(path)) continue;
    for await (const line of readLines(path)) {
      const [, kind, , words = ''] = line.split('\t');
      if (kind !== 'n') continue;
      for (const word of words.split('|'))
        if (isNoun(language, word)) nouns.add(normalizeForm(language, word));
    }
  }
  return nouns;
};

/** Names are capitalized in all languages, nouns only in German. */
const isNoun = (language: string, word: string): boolean =>
  (language === 'de' ? /^\p{Lu}\p{Ll}+$/u : /^\p{Ll}+$/u).test(word) && word.length >= shortest.part;

/** In German lists, nouns have a capital, and real words have several forms. */
const listedNouns = async (language: string, list: string): Promise<readonly string[]> => {
  if (language !== 'de') return [];
  const forms = new Map<string, number>();
  for await (const line of readLines(list)) {
    const [, lemma = ''] = line.split('\t');
    if (isNoun(language, lemma) && lemma.length >= listed.letters)
      forms.set(lemma, (forms.get(lemma) ?? 0) + 1);
  }
  return [...forms]
    .filter(([lemma, count]) => count >= listed.forms || (count > 1 && feminine.test(lemma)))
    .map(([lemma]) => normalizeForm(language, lemma));
};
const listed = { letters: 5, forms: 3 };
/** Their genitive has no ending: two forms are all they have. */
const feminine = /(?:ung|heit|keit|schaft|ion|tät|in)$/;

for (const [language, within] of Object.entries(withinOf)) {
  const list = join(values.lemmas, `${language}.tsv.gz`);
  const nouns = new Set([
    ...(await nounsOf(language, values.lexicon)),
    ...(await listedNouns(language, list)),
  ]);
  const parts = new Map<string, Set<string>>();
  const add = (form: string, lemma: string): void => {
    parts.set(form, (parts.get(form) ?? new Set()).add(lemma));
  };
  for (const noun of nouns) add(noun, noun);
  for await (const line of readLines(list)) {
    const [printed = '', base = ''] = line.split('\t');
    const [form, lemma] = [normalizeForm(language, printed), normalizeForm(language, base)];
    if (nouns.has(lemma) && /^\p{L}+$/u.test(form) && form.length >= shortest.part) add(form, lemma);
  }
  for (const noun of nouns)
    for (const form of within(noun))
      if (form.length >= shortest.within && !parts.has(form)) add(form, `-${noun}`);
  for (const form of openers[language] ?? []) if (!parts.has(form)) add(form, `-${form}`);
  for (const form of noParts[language] ?? []) parts.delete(form);
  process.stdout.write(writeTable(`${language}-parts`, parts));
}
