import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { splitPrefixes } from '../../worker/enrich/people/arabic-prefixes.ts';
import { cueClasses, cueOf } from '../../worker/enrich/people/cues.ts';
import { hashFolded } from '../../worker/enrich/people/hashing.ts';
import { loadNameTable } from '../../worker/enrich/people/model.ts';
import { gaps, kinds, type Tokens, tokenize } from '../../worker/enrich/people/tokens.ts';
import { readRecords } from '../evaluate/sets.ts';
import { listLabels, readLabels } from './people-labels.ts';

/**
 * Labels Arabic news without a teacher: two or three known name words behind a role name somebody; who is named so
 * is then found everywhere in the collection, and by surname in the same text.
 */
const { values } = parseArgs({ options: { data: { type: 'string' }, labels: { type: 'string' } } });
const data = values.data ?? '';
const table = loadNameTable();

const parse = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'title' in value && 'body' in value
    ? `${value.title}\n${value.body}`
    : '';
const squeeze = (text: string): string => text.replace(/\s+/gu, '');
const measured = new Set<string>();
for (const { name, path } of listLabels(join(data, 'persons')))
  if (name.endsWith('.dev'))
    for (const { text } of await readLabels(path)) measured.add(squeeze(text).slice(0, 60));
const isMeasured = (text: string): boolean => {
  const flat = squeeze(text);
  return [...measured].some((head) => flat.includes(head));
};
const texts: string[] = [];
for await (const text of readRecords(join(data, 'articles/ar-ant.ndjson.gz'), parse))
  if (!isMeasured(text)) texts.push(text);
const cut = texts.map((text) => splitPrefixes(tokenize(text), table));
const hashAt = ({ text, start, end }: Tokens, at: number): number =>
  hashFolded(text, start[at] ?? 0, end[at] ?? 0);
const isName = (tokens: Tokens, at: number): boolean => {
  if (at >= tokens.count || tokens.kind[at] !== kinds.uncased) return false;
  const hash = hashAt(tokens, at);
  const cue = cueOf(hash);
  return (
    (cue === 0 || cue === cueClasses.particle) &&
    (table.bits(hash) & 63) !== 0 &&
    (table.bits(hash) & 64) === 0
  );
};
const isOpening = (cue: number): boolean =>
  cue === cueClasses.role || cue === cueClasses.honorific || cue === cueClasses.speech;

// How often a word follows a role or opens a name, against how often it stands at all.
const known = new Map<string, number>();
const firsts = new Map<number, number>();
const all = new Map<number, number>();
for (const tokens of cut)
  for (let at = 0; at < tokens.count; at += 1) {
    const hash = hashAt(tokens, at);
    all.set(hash, (all.get(hash) ?? 0) + 1);
    if (!isName(tokens, at) || !isName(tokens, at + 1) || tokens.gap[at + 1] !== gaps.blank) continue;
    let before = at - 1;
    if (before >= 0 && tokens.kind[before] === kinds.mark && tokens.gap[at] !== gaps.line) before -= 1;
    const near = [before, before - 1, before - 2].some(
      (step) => step >= 0 && isOpening(cueOf(hashAt(tokens, step))),
    );
    if (!near) continue;
    firsts.set(hash, (firsts.get(hash) ?? 0) + 1);
    let last = at + 1;
    while (
      last - at < 3 &&
      isName(tokens, last + 1) &&
      tokens.gap[last + 1] === gaps.blank &&
      table.commonness(hashAt(tokens, last + 1)) < 6
    )
      last += 1;
    const form = tokens.text.slice(tokens.start[at], tokens.end[last]);
    known.set(form, (known.get(form) ?? 0) + 1);
  }
const people = new Set(
  [...known].flatMap(([form, times]) => {
    const first = form.split(/\s+/u)[0] ?? '';
    const hash = hashFolded(first, 0, first.length);
    const share = (firsts.get(hash) ?? 0) / (all.get(hash) ?? 1);
    return share > 0.15 || (times > 2 && share > 0.05) ? [form] : [];
  }),
);
process.stderr.write(`${texts.length} texts, ${people.size} names\n`);
const rows = cut.map((tokens) => {
  const persons: [number, number][] = [];
  const surnames = new Set<number>();
  for (let round = 0; round < 2; round += 1)
    for (let at = 0; at < tokens.count; at += 1) {
      const start = tokens.start[at] ?? 0;
      if (persons.some(([from, to]) => start >= from && start < to)) continue;
      if (round === 1) {
        if (surnames.has(hashAt(tokens, at))) persons.push([start, tokens.end[at] ?? 0]);
        continue;
      }
      for (let last = Math.min(tokens.count - 1, at + 3); last > at; last -= 1) {
        if (!people.has(tokens.text.slice(start, tokens.end[last]))) continue;
        persons.push([start, tokens.end[last] ?? 0]);
        const surname = hashAt(tokens, last);
        if (table.commonness(surname) < 5) surnames.add(surname);
        at = last;
        break;
      }
    }
  persons.sort(([one], [other]) => one - other);
  return { text: tokens.text, persons: toPoints(tokens.text, persons), long: true };
});
const named = rows.filter(({ persons }) => persons.length > 0);
const lines = rows
  .filter((row, index) => row.persons.length > 0 || index % 4 === 0)
  .map((row) => JSON.stringify(row));
writeFileSync(join(values.labels ?? '.', 'ar-lists.ndjson.gz'), gzipSync(`${lines.join('\n')}\n`));
process.stderr.write(
  `${named.length} texts with names, ${named.reduce((sum, { persons }) => sum + persons.length, 0)} names\n`,
);

function toPoints(text: string, spans: readonly [number, number][]): [number, number][] {
  const points = new Int32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    points[at] = count;
    if ((text.charCodeAt(at) & 0xfc00) !== 0xd800) count += 1;
  }
  points[text.length] = count;
  return spans.map(([start, end]) => [points[start] ?? 0, points[end] ?? 0]);
}
