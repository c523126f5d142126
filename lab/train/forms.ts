import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { readLines } from '../evaluate/sets.ts';
import { buildAutomaton } from './forms/automaton.ts';
import { auxiliaries } from './forms/auxiliaries.ts';
import { normalizeForm } from './forms/normalize.ts';

/**
 * Makes the tables of forms that the plugin `dateline-forms` reads, from lists of forms and lemmas:
 *
 *     node lab/train/forms.ts --lemmas <folder of <language>.tsv.gz> [--only es,it]
 *
 * The format is told in `stack/src/main/java/dateline/forms/FormTable.java`.
 */
const { values } = parseArgs({ options: { lemmas: { type: 'string' }, only: { type: 'string' } } });
if (!values.lemmas) {
  process.stderr.write('node lab/train/forms.ts --lemmas <folder> [--only <languages>]\n');
  process.exit(2);
}

const target = join(import.meta.dirname, '../../stack/src/main/tables/dateline/forms');
const SEPARATOR = 1;
/** Of cut letters: longer changes than any language makes. */
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
  return lemmas;
};

/** What a tokenizer can give as one token: phrases and signs are no forms. */
const isWord = (text: string): boolean =>
  /^[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*$/u.test(text) && text.length < MOST_CUT;

/** Letters cut from the beginning and from the end of the form, and what comes at the end instead. */
const changeOf = (form: string, lemma: string): { front: number; back: number; added: string } => {
  let best = { front: 0, back: form.length, added: lemma };
  for (let front = 0; front <= Math.min(form.length, 4); front += 1) {
    let shared = 0;
    while (front + shared < form.length && form[front + shared] === lemma[shared] && shared < lemma.length)
      shared += 1;
    const change = { front, back: form.length - front - shared, added: lemma.slice(shared) };
    if (change.back + change.added.length + 2 * front < best.back + best.added.length + 2 * best.front)
      best = change;
  }
  return best;
};

const compile = (lemmas: ReadonlyMap<string, ReadonlySet<string>>): Buffer => {
  const letters = [...new Set([...lemmas.keys()].join(''))].flatMap((letter) => [...letter.split('')]);
  const alphabet = [...new Set(letters)].sort();
  if (alphabet.length > 250) throw new RangeError(`${alphabet.length} letters`);
  const labels = new Map(alphabet.map((letter, at) => [letter, at + 2]));
  const labelsOf = (text: string): number[] => text.split('').map((letter) => labels.get(letter) ?? 0);
  const rows: string[] = [];
  for (const [form, found] of lemmas)
    for (const lemma of found) {
      const { front, back, added } = changeOf(form, lemma);
      rows.push(String.fromCharCode(...labelsOf(form), SEPARATOR, front + 1, back + 1, ...labelsOf(added)));
    }
  rows.sort((left, right) => (left < right ? -1 : 1));
  const automaton = buildAutomaton();
  for (const row of rows) automaton.add(row.split('').map((sign) => sign.charCodeAt(0)));
  const arcs = automaton.finish();
  const head = Buffer.from(`${alphabet.join('')}\n`, 'utf16le');
  const size = Buffer.alloc(8);
  size.writeUInt32LE(head.length, 0);
  size.writeUInt32LE(arcs.length, 4);
  return Buffer.concat([size, head, Buffer.from(arcs.buffer)]);
};

mkdirSync(target, { recursive: true });
for (const file of readdirSync(values.lemmas).sort()) {
  const language = /^([a-z]{2,3})\.tsv(?:\.gz)?$/.exec(file)?.[1];
  if (!language || (values.only && !values.only.split(',').includes(language))) continue;
  const lemmas = await readForms(join(values.lemmas, file), language);
  const table = compile(lemmas);
  const packed = gzipSync(table, { level: 9 });
  writeFileSync(join(target, `${language}.gz`), packed);
  process.stdout.write(`${language}\t${lemmas.size} forms\t${table.length} bytes\t${packed.length} packed\n`);
}
