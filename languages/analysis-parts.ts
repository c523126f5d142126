import type { AnalysisParts } from './profile.ts';

/** Parts that many languages share. Each index carries those that its profile names. */

/** U.S. is found by US, and the other way round. */
export const acronym: AnalysisParts = {
  acronym: { type: 'pattern_replace', pattern: '(?<=^|\\.)(\\p{L})\\.(?=\\p{L}(\\.|$))', replacement: '$1' },
};

/** Case, width and diacritics folded in every script, but for the characters named. */
export const foldingExcept = (name: string, characters: string): AnalysisParts => ({
  [name]: { type: 'icu_folding', unicode_set_filter: `[^${characters}]` },
});

/** Half-width kana and full-width Latin become what they stand for, before words are cut. */
export const widthNormalizer: AnalysisParts = {
  width: { type: 'icu_normalizer', name: 'nfkc_cf' },
};

export const stop = (name: string, stopwords: string | readonly string[]): AnalysisParts => ({
  [name]: { type: 'stop', stopwords },
});

export const stemmer = (name: string, language: string): AnalysisParts => ({
  [name]: { type: 'stemmer', language },
});

/** Cuts the longest of the endings from words that keep `least` letters; for languages without a stemmer. */
export const endings = (name: string, least: number, list: readonly string[]): AnalysisParts => ({
  [name]: {
    type: 'pattern_replace',
    pattern: `^(.{${least},}?)(?:${[...list].sort((a, b) => b.length - a.length).join('|')})$`,
    replacement: '$1',
  },
});

export const elision = (name: string, articles: readonly string[]): AnalysisParts => ({
  [name]: { type: 'elision', articles_case: true, articles },
});
