import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildAutomaton } from './automaton.ts';

/** Forms and their lemmas. */
export type Forms = ReadonlyMap<string, ReadonlySet<string>>;

export const tablesFolder = join(import.meta.dirname, '../../../stack/src/main/tables/dateline/forms');

/** @returns a one-line summary */
export const writeTable = (name: string, lemmas: Forms): string => {
  const table = compile(lemmas);
  const packed = gzipSync(table, { level: 9 });
  writeFileSync(join(tablesFolder, `${name}.gz`), packed);
  return `${name}\t${lemmas.size} forms\t${table.length} bytes\t${packed.length} packed\n`;
};

const SEPARATOR = 1;

/** Letters removed from the beginning and from the end of the form, and the replacement at the end. */
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

const compile = (lemmas: Forms): Buffer => {
  const words = [...lemmas].flatMap(([form, found]) => [form, ...found]);
  const letters = [...new Set(words.join(''))].flatMap((letter) => [...letter.split('')]);
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
