/**
 * Builds the dictionaries between English and the other languages, one packed table each:
 * `node lab/words/build.ts --data ../shared/data --shares <folder>`
 * where the folder holds `<language>.tsv` of wordfreq's lists (models/README.md describes how to write them).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { formatLine, sectionNames, type TableTerm, writeTerms } from '../../authorities/words/table.ts';
import { languages } from '../../languages/index.ts';
import { type Entry, readEntries, readLemmas, readShares } from './sources.ts';
import { type ShareOf, weighBack, weighTerms, zipfOf } from './weigh.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    shares: { type: 'string' },
    out: { type: 'string', default: join(import.meta.dirname, '../../authorities/words/tables') },
    only: { type: 'string' },
  },
});
if (!values.data || !values.shares) throw new Error('which folders? --data and --shares');
const { data, shares } = { data: values.data, shares: values.shares };

/** The share of a word in no list. */
const rarest = 2e-8;
/** How many of the commonest forms of a language are mapped to their lemmas; others are hardly ever searched. */
const mostForms = 150_000;

const shareIn = (language: string): ShareOf => {
  const known = readShares(shares, language);
  // A phrase is as rare as its rarest word.
  return (term) =>
    known.get(term) ?? Math.min(...term.split(/[\s'-]+/u).map((word) => known.get(word) ?? rarest));
};

const lemmasOf = (language: string, wanted: ReadonlySet<string>): ReadonlyMap<string, string> => {
  const common = new Set([...readShares(shares, language).keys()].slice(0, mostForms));
  const lemmas = new Map<string, Set<string>>();
  for (const [form, lemma] of readLemmas(data, language)) {
    if (form === lemma || !common.has(form) || !wanted.has(lemma) || /[|\t]/u.test(form + lemma)) continue;
    lemmas.set(form, (lemmas.get(form) ?? new Set()).add(lemma));
  }
  return new Map(Array.from(lemmas, ([form, of]) => [form, [...of].join('|')]));
};

const write = (language: string, sections: readonly ReadonlyMap<string, string>[]): void => {
  const lines = [formatLine(language)];
  for (const [at, section] of sections.entries()) {
    const sorted = Array.from(section, ([key, line]) => ({
      bytes: Buffer.from(key, 'utf8'),
      line: `${key}\t${line}`,
    }));
    sorted.sort((left, right) => left.bytes.compare(right.bytes));
    lines.push(`${sectionNames[at]} ${sorted.length}`, ...sorted.map(({ line }) => line));
  }
  const text = Buffer.from(`${lines.join('\n')}\n`, 'utf8');
  const packed = brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, `${language}.txt.br`), packed);
  const counts = sections.map(({ size }) => size).join(', ');
  process.stderr.write(`${language}: ${counts}; ${text.length} bytes, packed ${packed.length}\n`);
};

const written = (terms: ReadonlyMap<string, readonly TableTerm[]>): ReadonlyMap<string, string> =>
  new Map(Array.from(terms, ([key, list]) => [key, writeTerms(list)]));

const english = shareIn('en');
const others = languages.map(({ code }) => code).filter((code) => code !== 'en' && code !== 'und');
const entriesOf = (code: string): readonly Entry[] =>
  readEntries(data, code).filter(
    ({ english: key, source }) => source === 'own' || source === 'places' || english(key) > rarest,
  );

const buildTable = (code: string): void => {
  const entries = entriesOf(code);
  if (entries.length === 0) return;
  const fromEnglish = weighTerms(entries, code, shareIn(code));
  const toEnglish = weighBack(fromEnglish, code, english);
  const lemmas = lemmasOf(code, new Set(toEnglish.keys()));
  write(code, [written(fromEnglish), written(toEnglish), lemmas]);
};

/** English words map to themselves, by which a query is recognized as English. */
const buildEnglish = (): void => {
  const keys = new Set(others.flatMap((code) => entriesOf(code).map((entry) => entry.english)));
  const words = [...keys].filter((key) => !key.includes(' '));
  const toEnglish = new Map(
    words.map((text) => [text, [{ text, weight: 1, zipf: zipfOf(english(text)), gloss: '' }]]),
  );
  write('en', [new Map(), written(toEnglish), lemmasOf('en', keys)]);
};

for (const code of others) if (!values.only || values.only === code) buildTable(code);
if (!values.only || values.only === 'en') buildEnglish();
