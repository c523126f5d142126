import { foldWord } from '../../authorities/words/fold.ts';
import type { TableTerm } from '../../authorities/words/table.ts';
import type { Entry } from './sources.ts';

/** Most terms of a word; a query uses 12. */
const mostTerms = 16;
/** Terms with less than this, relative to the best one, are dropped. */
const leastWeight = 0.08;

/** Evidence for a translation; fitted by `evaluate -- across` on half of the paragraphs, see docs/figures/across.md. */
const worth = {
  /** Weight of the first translation of a sense; the next ones count half, a third … */
  sense: 1,
  synset: 0.7,
  mostSynsets: 3,
  /** Found in two independent dictionaries. */
  agreement: 0.5,
  /** In the word's first sense, the commonest one in most dictionaries. */
  firstSense: 0.5,
  /** Another English word that both this term and a second translation of the word translate. */
  company: 0.3,
  mostCompany: 3,
  own: 2,
  /** Newspapers seldom print rare words: a term ten times rarer than this loses a third. */
  commonShare: 1e-4,
  rarity: 0.15,
} as const;

interface Evidence {
  readonly text: string;
  score: number;
  inWiktionary: boolean;
  synsets: number;
  firstSense: number;
  gloss: string;
}

export type ShareOf = (term: string) => number;

/** From every English key to its weighted terms; the best term of a key has weight 1. */
export const weighTerms = (
  entries: readonly Entry[],
  language: string,
  shareOf: ShareOf,
): ReadonlyMap<string, readonly TableTerm[]> => {
  const evidence = gather(entries, language);
  const renders = reverse(evidence);
  return new Map(
    Array.from(evidence, ([english, terms]) => [english, weighOne(english, terms, renders, shareOf)]),
  );
};

const gather = (entries: readonly Entry[], language: string): Map<string, Map<string, Evidence>> => {
  const words = new Map<string, Map<string, Evidence>>();
  const senses = new Map<string, number>();
  for (const { english, source, terms, gloss } of entries) {
    const sense = senses.get(english) ?? 0;
    if (source === 'wiktionary') senses.set(english, sense + 1);
    const known = words.get(english) ?? new Map<string, Evidence>();
    words.set(english, known);
    for (const [rank, text] of terms.entries()) {
      const key = foldWord(text, language);
      const found = known.get(key) ?? blank(text);
      known.set(key, found);
      addEntry(found, source, rank, sense, gloss);
    }
  }
  return words;
};

const blank = (text: string): Evidence => ({
  text,
  score: 0,
  inWiktionary: false,
  synsets: 0,
  firstSense: Number.POSITIVE_INFINITY,
  gloss: '',
});

const addEntry = (
  found: Evidence,
  source: Entry['source'],
  rank: number,
  sense: number,
  gloss: string,
): void => {
  found.gloss ||= gloss;
  if (source === 'wordnet') {
    found.synsets += 1;
    return;
  }
  found.score += (source === 'wiktionary' ? worth.sense : worth.own) / (1 + rank / 2);
  if (source !== 'wiktionary') return;
  found.inWiktionary = true;
  found.firstSense = Math.min(found.firstSense, sense);
};

/** English keys by the folded terms that translate them. */
const reverse = (
  evidence: ReadonlyMap<string, ReadonlyMap<string, Evidence>>,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const renders = new Map<string, Set<string>>();
  for (const [english, terms] of evidence)
    for (const term of terms.keys()) {
      const keys = renders.get(term) ?? new Set<string>();
      renders.set(term, keys.add(english));
    }
  return renders;
};

const weighOne = (
  english: string,
  terms: ReadonlyMap<string, Evidence>,
  renders: ReadonlyMap<string, ReadonlySet<string>>,
  shareOf: ShareOf,
): readonly TableTerm[] => {
  const counts = countCompany(english, terms, renders);
  const scored = Array.from(terms, ([key, found]) => {
    const share = shareOf(key);
    const score = (scoreOf(found) + worth.company * companyOf(key, renders, counts)) * rarityOf(share);
    return { text: found.text, gloss: found.gloss, zipf: zipfOf(share), score };
  }).sort((left, right) => right.score - left.score);
  const best = scored[0]?.score ?? 1;
  const severalSenses = new Set(scored.map(({ gloss }) => gloss)).size > 1;
  return scored
    .filter(({ score }) => score >= leastWeight * best)
    .slice(0, mostTerms)
    .map(({ score, gloss, ...term }) => ({
      ...term,
      gloss: severalSenses ? gloss : '',
      weight: score / best,
    }));
};

const scoreOf = ({ score, synsets, inWiktionary, firstSense }: Evidence): number =>
  score +
  worth.synset * Math.min(synsets, worth.mostSynsets) +
  (synsets > 0 && inWiktionary ? worth.agreement : 0) +
  (firstSense === 0 ? worth.firstSense : 0);

/** How many translations each other English word shares with a word: two or more show that they have one sense. */
const countCompany = (
  english: string,
  terms: ReadonlyMap<string, Evidence>,
  renders: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const term of terms.keys())
    for (const other of renders.get(term) ?? [])
      if (other !== english) counts.set(other, (counts.get(other) ?? 0) + 1);
  return counts;
};

const companyOf = (
  key: string,
  renders: ReadonlyMap<string, ReadonlySet<string>>,
  counts: ReadonlyMap<string, number>,
): number => {
  let company = 0;
  for (const other of renders.get(key) ?? []) {
    if ((counts.get(other) ?? 0) > 1) company += 1;
    if (company === worth.mostCompany) break;
  }
  return company;
};

const rarityOf = (share: number): number =>
  share >= worth.commonShare ? 1 : (share / worth.commonShare) ** worth.rarity;

export const zipfOf = (share: number): number => Math.max(0, Math.log10(share * 1e9));

/** From every term to the English keys that it translates, weighted by quality and by how common the key is. */
export const weighBack = (
  fromEnglish: ReadonlyMap<string, readonly TableTerm[]>,
  language: string,
  shareOfEnglish: ShareOf,
): ReadonlyMap<string, readonly TableTerm[]> => {
  const back = new Map<string, Map<string, TableTerm>>();
  for (const [english, terms] of fromEnglish) {
    const share = shareOfEnglish(english);
    for (const { text, weight } of terms) {
      const key = foldWord(text, language);
      const keys = back.get(key) ?? new Map<string, TableTerm>();
      back.set(key, keys);
      keys.set(english, { text: english, weight: weight * rarityOf(share), zipf: zipfOf(share), gloss: '' });
    }
  }
  return new Map(Array.from(back, ([key, terms]) => [key, rescale([...terms.values()])]));
};

const rescale = (terms: readonly TableTerm[]): readonly TableTerm[] => {
  const ranked = [...terms].sort((left, right) => right.weight - left.weight);
  const best = ranked[0]?.weight ?? 1;
  const sorted = ranked.filter(({ weight }) => weight >= leastWeight * best).slice(0, mostTerms);
  return sorted.map((term) => ({ ...term, weight: term.weight / best }));
};
