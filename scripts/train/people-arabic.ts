import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { splitPrefixes } from '../../worker/enrich/people/arabic-prefixes.ts';
import { cueClasses, cueOf } from '../../worker/enrich/people/cues.ts';
import { hashFolded } from '../../worker/enrich/people/hashing.ts';
import { loadNameTable } from '../../worker/enrich/people/model.ts';
import { gaps, kinds, type Tokens, tokenize } from '../../worker/enrich/people/tokens.ts';
import { readArabicNews, toPoints } from './people-articles.ts';

/**
 * Labels Arabic news without a teacher: two or three known name words behind a role name somebody; who is named so
 * is then found everywhere in the collection, and by surname in the same text.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    labels: { type: 'string' },
  },
});
const data = values.data ?? '';
const table = loadNameTable();

const texts = (await readArabicNews(data)).filter(({ measured }) => !measured).map(({ text }) => text);
const cut = texts.map((text) => splitPrefixes(tokenize(text), table));
const hashAt = ({ text, start, end }: Tokens, at: number): number =>
  hashFolded(text, start[at] ?? 0, end[at] ?? 0);
const article = /^ال\p{L}{3}/u;
const isPart = (tokens: Tokens, at: number, first: boolean): boolean => {
  if (at < 0 || at >= tokens.count || tokens.kind[at] !== kinds.uncased) return false;
  const hash = hashAt(tokens, at);
  const cue = cueOf(hash);
  if (cue !== 0 && cue !== cueClasses.particle) return false;
  if ((table.bits(hash) & 64) !== 0) return false;
  if ((table.bits(hash) & 63) !== 0) return true;
  return !first && article.test(tokens.text.slice(tokens.start[at], tokens.end[at]));
};
const isOpening = (cue: number): boolean =>
  cue === cueClasses.role || cue === cueClasses.honorific || cue === cueClasses.speech;

/** The last token of the name that may begin here, or −1. */
const lastOfName = (tokens: Tokens, at: number): number => {
  if (!isPart(tokens, at, true)) return -1;
  let last = at;
  while (last - at < 3 && isPart(tokens, last + 1, false) && tokens.gap[last + 1] === gaps.blank) last += 1;
  return last > at ? last : -1;
};
/** A role, a title or a verb of speech stands at most four words before, with nothing but a comma between. */
const isOpened = (tokens: Tokens, at: number): boolean => {
  const comma = at > 0 && tokens.kind[at - 1] === kinds.mark;
  const from = comma ? at - 2 : at - 1;
  for (let step = from; step >= Math.max(0, from - (comma ? 4 : 1)); step -= 1) {
    if (tokens.kind[step] === kinds.mark) return false;
    if (isOpening(cueOf(hashAt(tokens, step)))) return true;
  }
  return false;
};

// A part of a name is trusted by the share of its occurrences that stand in such places.
const opened = new Map<number, number>();
const all = new Map<number, number>();
const add = (counts: Map<number, number>, key: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
const known = new Map<string, number>();
for (const tokens of cut)
  for (let at = 0; at < tokens.count; at += 1) {
    add(all, hashAt(tokens, at));
    const last = lastOfName(tokens, at);
    if (last < 0 || !isOpened(tokens, at)) continue;
    for (let part = at; part <= last; part += 1) add(opened, hashAt(tokens, part));
  }
const trust = (hash: number): number => (opened.get(hash) ?? 0) / ((all.get(hash) ?? 0) + 1);
for (const tokens of cut)
  for (let at = 0; at < tokens.count; at += 1) {
    let last = lastOfName(tokens, at);
    if (last < 0 || !isOpened(tokens, at) || trust(hashAt(tokens, at)) < 0.12) continue;
    while (last > at && trust(hashAt(tokens, last)) < 0.12) last -= 1;
    if (last === at) continue;
    const form = tokens.text.slice(tokens.start[at], tokens.end[last]);
    known.set(form, (known.get(form) ?? 0) + 1);
  }
const people = new Set(known.keys());
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
        if (trust(surname) > 0.2) surnames.add(surname);
        at = last;
        break;
      }
    }
  persons.sort(([one], [other]) => one - other);
  return { text: tokens.text, persons };
});
const sentences = rows.flatMap(({ text, persons }) => cutSentences(text, persons));
const lines = sentences.filter(({ persons }, index) => persons.length > 0 || index % 3 === 0);
writeFileSync(
  join(values.labels ?? '.', 'ar-lists.ndjson.gz'),
  gzipSync(
    lines
      .map((row) => `${JSON.stringify({ text: row.text, persons: toPoints(row.text, row.persons) })}\n`)
      .join(''),
  ),
);
process.stderr.write(
  `${lines.length} sentences, ${lines.reduce((sum, { persons }) => sum + persons.length, 0)} names\n`,
);

/** Sentences that hold a suspected name without a label teach the wrong thing and are left out. */
function cutSentences(
  text: string,
  persons: [number, number][],
): { text: string; persons: [number, number][] }[] {
  return [...text.matchAll(/[^.\n؟!]+[.\n؟!]*/gu)].flatMap(({ 0: sentence, index }) => {
    const inside = persons
      .filter(([start, end]) => start >= index && end <= index + sentence.length)
      .map(([start, end]): [number, number] => [start - index, end - index]);
    const tokens = splitPrefixes(tokenize(sentence), table);
    for (let at = 0; at < tokens.count; at += 1) {
      const start = tokens.start[at] ?? 0;
      const labelled = inside.some(([from, to]) => start >= from && start < to);
      if (!labelled && lastOfName(tokens, at) >= 0 && trust(hashAt(tokens, at)) > 0.08) return [];
    }
    return [{ text: sentence, persons: inside }];
  });
}
