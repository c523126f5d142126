import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readLines } from '../evaluate/sets.ts';
import { auxiliaries } from './forms/auxiliaries.ts';
import { normalizeForm } from './forms/normalize.ts';
import { chained, readings } from './forms/readings.ts';
import { tablesFolder, writeTable } from './forms/table.ts';

/**
 * Makes the tables of forms for the plugin `dateline-forms`, from lists of forms and lemmas:
 *
 *     node lab/train/forms.ts --lemmas <folder of <language>.tsv.gz> [--only es,it]
 *
 * The format is described in `stack/src/main/java/dateline/forms/FormTable.java`.
 */
const { values } = parseArgs({ options: { lemmas: { type: 'string' }, only: { type: 'string' } } });
if (!values.lemmas) {
  process.stderr.write('node lab/train/forms.ts --lemmas <folder> [--only <languages>]\n');
  process.exit(2);
}

/** Most removed letters, more than in any language. */
const MOST_CUT = 60;

const readForms = async (
  path: string,
  language: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const lemmas = new Map<string, Set<string>>();
  const add = (form: string, lemma: string): void => {
    const known = lemmas.get(form);
    if (known) known.add(lemma);
    else lemmas.set(form, new Set([lemma]));
  };
  for await (const line of readLines(path)) {
    const [printed = '', base = ''] = line.split('\t');
    const [form, lemma] = [normalizeForm(language, printed), normalizeForm(language, base)];
    if (!isWord(form) || !isWord(lemma) || auxiliaries[language]?.includes(lemma)) continue;
    add(form, lemma);
    add(lemma, lemma);
  }
  for (const [lemma, forms] of Object.entries(readings[language] ?? {}))
    for (const form of forms.split(' ')) add(form, lemma);
  if (chained.has(language))
    for (const found of lemmas.values())
      for (const lemma of [...found]) for (const next of lemmas.get(lemma) ?? []) found.add(next);
  return lemmas;
};

/** Forms that a tokenizer can return as one token; not phrases and symbols. */
const isWord = (text: string): boolean =>
  /^[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*$/u.test(text) && text.length < MOST_CUT;

mkdirSync(tablesFolder, { recursive: true });
for (const file of readdirSync(values.lemmas).sort()) {
  const language = /^([a-z]{2,3})\.tsv(?:\.gz)?$/.exec(file)?.[1];
  if (!language || (values.only && !values.only.split(',').includes(language))) continue;
  const lemmas = await readForms(join(values.lemmas, file), language);
  process.stdout.write(writeTable(language, lemmas));
}
