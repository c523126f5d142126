import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadAuthorities } from '../../authorities/load.ts';
import { foldWord, printedForm } from '../../authorities/words/fold.ts';

/** One sense of an English word, and its translations in another language, best first. */
export interface Entry {
  /** Folded. */
  readonly english: string;
  /** Part of speech: `n`, `v`, `adj`, …; empty where the source has none. */
  readonly pos: string;
  readonly gloss: string;
  readonly terms: readonly string[];
  readonly source: 'wiktionary' | 'wordnet' | 'own' | 'places';
}

/** A longer one is a sentence or an explanation. */
const longestTerm = 40;
const longestGloss = 60;

/**
 * All data of one language, one entry per sense.
 *
 * @param data  the folder with `lexicon/`
 */
export const readEntries = (data: string, language: string): readonly Entry[] => [
  ...readWiktionary(join(data, 'lexicon', `en-${language}.tsv.gz`), language),
  ...readWordNet(join(data, 'lexicon', `omw-${language}.tsv.gz`), language),
  ...readOwn(join(import.meta.dirname, '../../authorities/words/own', `${language}.tsv`), language),
  ...placeNames(language),
];

/** `english, part of speech, gloss, terms`. */
const readWiktionary = (path: string, language: string): Entry[] =>
  rows(path).flatMap(([english = '', pos = '', gloss = '', terms = '']) =>
    entry({ source: 'wiktionary', english, pos, gloss: shortGloss(gloss) }, terms.split('|'), language),
  );

/** `english, part of speech, synset, terms`. */
const readWordNet = (path: string, language: string): Entry[] =>
  rows(path).flatMap(([english = '', pos = '', , terms = '']) =>
    entry(
      { source: 'wordnet', english: english.replaceAll('_', ' '), pos: wordNetPos(pos), gloss: '' },
      terms.replaceAll('_', ' ').split('|'),
      language,
    ),
  );

/** Wordnets tell adjectives (`a`) from those that stand near another one's meaning (`s`). */
const wordNetPos = (pos: string): string => (pos === 'a' || pos === 's' ? 'adj' : pos);

/** `english, terms`: written for this project; see the README beside the lists. */
const readOwn = (path: string, language: string): Entry[] =>
  rows(path).flatMap(([english = '', terms = '']) =>
    english.startsWith('#')
      ? []
      : entry({ source: 'own', english, pos: '', gloss: '' }, terms.split('|'), language),
  );

const { places } = loadAuthorities();

const placeNames = (language: string): Entry[] =>
  places.all().flatMap(({ names, kind, country }) => {
    const terms = names.get(language)?.slice(0, 3) ?? [];
    const english = names.get('en') ?? [];
    const gloss = `${kind} in ${country}`;
    return english.flatMap((name) =>
      entry({ source: 'places', english: name, pos: 'n', gloss }, terms, language),
    );
  });

const entry = (word: Omit<Entry, 'terms'>, terms: readonly string[], language: string): Entry[] => {
  const kept = terms.map(cleanTerm).filter((term) => isTerm(term, language));
  const english = foldWord(word.english, 'en');
  return kept.length > 0 && english !== '' && english.length <= longestTerm
    ? [{ ...word, english, terms: kept }]
    : [];
};

/** Remarks in brackets do not belong to the word. */
const cleanTerm = (term: string): string => printedForm(term.replace(/\s*[([（][^)\]）]*[)\]）]/gu, ''));

/** A term never contains the tables' separators, or letters of another script. */
const isTerm = (term: string, language: string): boolean =>
  term.length > 0 &&
  term.length <= longestTerm &&
  /[\p{L}\p{N}]/u.test(term) &&
  !/[;|\t\n]/u.test(term) &&
  (!nonLatin.has(language) || !/\p{Script=Latin}{3}/u.test(term));

const nonLatin = new Set(['ar', 'el', 'fa', 'he', 'hi', 'ja', 'ko', 'ru', 'th', 'uk', 'zh']);

const shortGloss = (gloss: string): string => {
  const bare = gloss.replace(/[;|\t]/gu, ',').trim();
  return bare.length <= longestGloss ? bare : `${bare.slice(0, longestGloss).replace(/\s+\S*$/u, '')} …`;
};

const rows = (path: string): string[][] => {
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')]));
};

/** Shares of words in a language's texts, from `<language>.tsv`: word, tab, share; empty where there is no list. */
export const readShares = (folder: string, language: string): ReadonlyMap<string, number> =>
  new Map(
    rows(join(folder, `${language}.tsv`)).map(([word = '', share = '0']) => [
      foldWord(word, language),
      Number(share),
    ]),
  );

/** Form and lemma, folded. */
export const readLemmas = (data: string, language: string): readonly (readonly [string, string])[] =>
  rows(join(data, 'lemmas', `${language}.tsv.gz`)).map(([form = '', lemma = '']) => [
    foldWord(form, language),
    foldWord(lemma, language),
  ]);
