import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { letterClasses } from '../../../languages/scripts.ts';
import { createRandom, shuffle } from '../../random.ts';
import { readLines } from '../sets.ts';
import { collections, type NamedText, readTexts } from './articles.ts';

/**
 * Draws pairs of texts to be judged by reading: `node lab/evaluate/stories/draw.ts --data <folder> --to <folder>`.
 * `--without` names lists of pairs that are judged already, `--seed` draws others, `--times` draws that much more.
 * Writes `drawn.tsv` without judgements and one file per pair to read; neither is for the repository. Independent of
 * how the worker finds stories: it compares words, by common runs of five and by common rare words.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    to: { type: 'string', default: 'drawn' },
    seed: { type: 'string', default: '7' },
    times: { type: 'string', default: '1' },
    without: { type: 'string', multiple: true, default: [] },
  },
});
const seed = Number(values.seed);
const times = Number(values.times);

interface Pair {
  readonly a: NamedText;
  readonly b: NamedText;
  /** Common runs of five, as a share of all and of the shorter text. */
  readonly resemblance: number;
  readonly containment: number;
}

/** Most pairs of each kind per file: many doubtful ones, few clear ones. */
const strata: readonly {
  readonly name: string;
  readonly most: number;
  readonly holds: (pair: Pair) => boolean;
}[] = [
  { name: 'equal', most: 15, holds: ({ resemblance }) => resemblance >= 0.98 },
  { name: 'much', most: 45, holds: ({ containment }) => containment >= 0.6 },
  { name: 'half', most: 30, holds: ({ containment }) => containment >= 0.25 },
  { name: 'event', most: 20, holds: () => true },
];

const token = new RegExp(`[${letterClasses.unspaced}]|[\\p{L}\\p{N}]+`, 'gu');
const tokens = (text: string): string[] => (text.match(token) ?? []).map((word) => word.toLowerCase());

const runsOf = (text: string): Set<string> => {
  const words = tokens(text);
  return new Set(words.slice(0, -4).map((_, at) => words.slice(at, at + 5).join(' ')));
};

/** Pairs with terms in common, by how many; terms of many texts are left out. */
const countShared = (terms: readonly ReadonlySet<string>[], mostTexts: number): Map<string, number> => {
  const bearers = new Map<string, number[]>();
  for (const [n, own] of terms.entries())
    for (const term of own) bearers.set(term, [...(bearers.get(term) ?? []), n].slice(0, mostTexts + 1));
  const shared = new Map<string, number>();
  for (const texts of bearers.values()) {
    if (texts.length > mostTexts) continue;
    for (const [at, one] of texts.entries())
      for (const other of texts.slice(at + 1))
        shared.set(`${one} ${other}`, (shared.get(`${one} ${other}`) ?? 0) + 1);
  }
  return shared;
};

const pairsOf = (texts: readonly NamedText[]): readonly Pair[] => {
  const runs = texts.map(({ body }) => runsOf(body));
  const pairs: Pair[] = [];
  const add = (key: string, common: number): void => {
    const [one = 0, other = 0] = key.split(' ').map(Number);
    const [a, b, left, right] = [texts[one], texts[other], runs[one]?.size ?? 0, runs[other]?.size ?? 0];
    if (!a || !b || Math.min(left, right) < 20) return;
    pairs.push({
      a,
      b,
      resemblance: common / (left + right - common),
      containment: common / Math.min(left, right),
    });
  };
  const shared = countShared(runs, 40);
  for (const [key, common] of shared) {
    const [one = 0, other = 0] = key.split(' ').map(Number);
    if (common >= 0.25 * Math.min(runs[one]?.size ?? 0, runs[other]?.size ?? 0)) add(key, common);
  }
  // Reports of one event: titles share rare words, bodies share few runs.
  const titles = texts.map(
    ({ title, body }) => new Set(pairsOfWords(title === '' ? body.slice(0, 60) : title)),
  );
  for (const [key, common] of countShared(titles, 6))
    if (common >= 3 && !isListed(key, shared, runs)) add(key, shared.get(key) ?? 0);
  return pairs;
};

const isListed = (
  key: string,
  shared: ReadonlyMap<string, number>,
  runs: readonly ReadonlySet<string>[],
): boolean => {
  const [one = 0, other = 0] = key.split(' ').map(Number);
  return (shared.get(key) ?? 0) >= 0.25 * Math.min(runs[one]?.size ?? 0, runs[other]?.size ?? 0);
};

const pairsOfWords = (text: string): string[] => {
  const words = tokens(text);
  return words.length < 3 ? [] : [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)];
};

const judged = new Set<string>();
for (const path of values.without)
  for await (const line of readLines(path)) judged.add(line.split('\t', 2).sort().join(' '));

mkdirSync(values.to, { recursive: true });
const rows: string[] = [];
for (const collection of collections)
  for (const [file, texts] of await readTexts(values.data, collection)) {
    const left = shuffle(pairsOf(texts), createRandom(seed));
    const taken = new Map<string, number>();
    for (const pair of left) {
      const stratum = strata.find(({ holds }) => holds(pair));
      const count = taken.get(`${stratum?.name} ${pair.a.language}`) ?? 0;
      if (!stratum || pair.a.language !== pair.b.language || count >= stratum.most * times) continue;
      if (judged.has([pair.a.name, pair.b.name].sort().join(' '))) continue;
      taken.set(`${stratum.name} ${pair.a.language}`, count + 1);
      const { a, b, resemblance, containment } = pair;
      rows.push(
        [a.name, b.name, a.language, stratum.name, resemblance.toFixed(2), containment.toFixed(2)].join('\t'),
      );
      writeFileSync(
        join(values.to, `${rows.length}.txt`),
        [a, b].map(({ name, title, body }) => `${name}\n${title}\n\n${body}\n`).join('\n=====\n\n'),
      );
    }
    process.stderr.write(`${file}: ${left.length} pairs, drawn ${JSON.stringify([...taken])}\n`);
  }
writeFileSync(join(values.to, 'drawn.tsv'), `${rows.join('\n')}\n`);
