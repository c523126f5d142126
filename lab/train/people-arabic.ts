import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { splitPrefixes } from '../../chain/enrich/people/tagger/arabic-prefixes.ts';
import { cueClasses, cueOf } from '../../chain/enrich/people/tagger/cues.ts';
import { hashFolded } from '../../chain/enrich/people/tagger/hashing.ts';
import { loadNameTable } from '../../chain/enrich/people/tagger/model.ts';
import { gaps, kinds, type Tokens, tokenize } from '../../chain/enrich/people/tagger/tokens.ts';
import { readArabicNews, toPoints } from './people-articles.ts';
import { readJudged } from './people-judged.ts';

/**
 * Labels Arabic news by names that we have judged (`people-names-ar.json`). Persons are labelled at all occurrences, and by
 * surname in the same text; a sentence with a likely but unjudged name is left out.
 */
const { values } = parseArgs({ options: { data: { type: 'string' }, labels: { type: 'string' } } });
const table = loadNameTable();
const articles = await readArabicNews(values.data ?? '');

type Hashes = readonly number[];

const hashAt = ({ text, start, end }: Tokens, at: number): number =>
  hashFolded(text, start[at] ?? 0, end[at] ?? 0);

const hashesOf = (text: string): number[] => {
  const tokens = tokenize(text);
  return Array.from({ length: tokens.count }, (_, at) => hashAt(tokens, at));
};

const judged = readJudged('ar', (line) => articles[line]?.text);
const byFirst = (names: readonly string[]): ReadonlyMap<number, Hashes[]> =>
  Map.groupBy(
    names.map(hashesOf).sort((one, other) => other.length - one.length),
    (hashes) => hashes[0] ?? 0,
  );
const people = byFirst(judged.get('person') ?? []);
const others = byFirst(judged.get('none') ?? []);
const lone = new Set((judged.get('lone') ?? []).map((name) => hashesOf(name)[0]));

/** Things named after people: the name after such a word is not a person. */
const namesakes = new Set(
  `شارع بشارع نهج ساحة بساحة مستشفى بمستشفى معهد بمعهد مدرسة بمدرسة ملعب بملعب جامعة بجامعة كلية قاعة بقاعة مطار
  بمطار إعدادية ثانوية كتيبة حي بحي جامع بجامع مسجد قصر متحف مؤسسة دار مركب`
    .split(/\s+/u)
    .map((word) => hashFolded(word, 0, word.length)),
);

/** The last token of a listed name that begins at a token, or −1. */
const lastListed = (tokens: Tokens, at: number, names: ReadonlyMap<number, Hashes[]>): number => {
  for (const hashes of names.get(hashAt(tokens, at)) ?? []) {
    const last = at + hashes.length - 1;
    if (last < tokens.count && hashes.every((hash, n) => hashAt(tokens, at + n) === hash)) return last;
  }
  return -1;
};

const texts = articles
  .filter(({ measured }) => !measured)
  .map(({ text }) => splitPrefixes(tokenize(text), table));

// How often a word is the end of a listed name, and how often it occurs.
const ends = new Map<number, number>();
const all = new Map<number, number>();
const add = (counts: Map<number, number>, key: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
for (const tokens of texts)
  for (let at = 0; at < tokens.count; at += 1) {
    add(all, hashAt(tokens, at));
    const last = lastListed(tokens, at, people);
    if (last > at) add(ends, hashAt(tokens, last));
  }
const isSurname = (hash: number): boolean => (ends.get(hash) ?? 0) / (all.get(hash) ?? 1) > 0.25;

interface Labelled {
  readonly text: string;
  readonly persons: readonly (readonly [number, number])[];
}

const labelText = (tokens: Tokens): Labelled => {
  const taken = new Uint8Array(tokens.count);
  const persons: [number, number][] = [];
  const surnames = new Set<number>();
  const take = (first: number, last: number): void => {
    persons.push([tokens.start[first] ?? 0, tokens.end[last] ?? 0]);
    taken.fill(1, first, last + 1);
  };
  for (let at = 0; at < tokens.count; at += 1) {
    const last = lastListed(tokens, at, people);
    if (last < 0 || (at > 0 && namesakes.has(hashAt(tokens, at - 1)))) continue;
    take(at, last);
    const surname = hashAt(tokens, last);
    if (isSurname(surname)) surnames.add(surname);
    at = last;
  }
  for (let at = 0; at < tokens.count; at += 1) {
    const hash = hashAt(tokens, at);
    if (taken[at] === 0 && (surnames.has(hash) || lone.has(hash)) && lastListed(tokens, at, others) < 0)
      take(at, at);
  }
  return { text: tokens.text, persons: persons.sort(([one], [other]) => one - other) };
};

const article = /^ال\p{L}{3}/u;
const isPart = (tokens: Tokens, at: number, first: boolean): boolean => {
  if (at >= tokens.count || tokens.kind[at] !== kinds.uncased) return false;
  const hash = hashAt(tokens, at);
  const cue = cueOf(hash);
  if ((cue !== 0 && cue !== cueClasses.particle) || (table.bits(hash) & 64) !== 0) return false;
  return (
    (table.bits(hash) & 63) !== 0 ||
    (!first && article.test(tokens.text.slice(tokens.start[at], tokens.end[at])))
  );
};

/** Two words that other names consist of: a person not yet judged. */
const isLikelyName = (tokens: Tokens, at: number): boolean =>
  isPart(tokens, at, true) &&
  isPart(tokens, at + 1, false) &&
  tokens.gap[at + 1] === gaps.blank &&
  starts.has(hashAt(tokens, at)) &&
  lastListed(tokens, at, others) < 0;
const starts = new Set(people.keys());

const cutSentences = ({ text, persons }: Labelled): Labelled[] =>
  [...text.matchAll(/[^.\n؟!]+[.\n؟!]*/gu)].flatMap(({ 0: sentence, index }) => {
    const inside = persons
      .filter(([start, end]) => start >= index && end <= index + sentence.length)
      .map(([start, end]): [number, number] => [start - index, end - index]);
    const tokens = splitPrefixes(tokenize(sentence), table);
    for (let at = 0; at < tokens.count; at += 1) {
      const start = tokens.start[at] ?? 0;
      if (!inside.some(([from, to]) => start >= from && start < to) && isLikelyName(tokens, at)) return [];
    }
    return [{ text: sentence, persons: inside }];
  });

const lines = texts
  .flatMap((tokens) => cutSentences(labelText(tokens)))
  .filter(({ persons }, index) => persons.length > 0 || index % 3 === 0);
writeFileSync(
  join(values.labels ?? '.', 'ar-names.ndjson.gz'),
  gzipSync(
    lines
      .map(({ text, persons }) => `${JSON.stringify({ text, persons: toPoints(text, persons) })}\n`)
      .join(''),
  ),
);
process.stderr.write(
  `${lines.length} sentences, ${lines.reduce((sum, { persons }) => sum + persons.length, 0)} names\n`,
);
