import type { AnalysisParts } from './profile.ts';

/** Parts that many languages share. Each index carries those that its profile names. */

/** U.S. is found by US, Ph.D. by PhD, and the other way round. */
export const acronym: AnalysisParts = {
  acronym: {
    type: 'pattern_replace',
    pattern: '\\G(\\p{L}{1,2})\\.(?=(?:\\p{L}{1,2}\\.)*\\p{L}{1,2}\\.?$)',
    replacement: '$1',
  },
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
  [name]: { type: 'stop', stopwords, ignore_case: true },
});

export const stemmer = (name: string, language: string): AnalysisParts => ({
  [name]: { type: 'stemmer', language },
});

/**
 * Known forms become their lemmas, by the tables of the plugin `dateline-forms`; stemmers leave them alone.
 *
 * @param options  `prefixes`, `suffixes`: written onto words, taken off where the rest is known; `names`: prefixes that
 *   unknown words are kept with and without; `cased`: stands before `lowercase`, and words with a capital stay beside
 *   their lemmas
 */
export const forms = (
  language: string,
  options: Readonly<Record<string, readonly string[] | string | number | boolean>> = {},
): AnalysisParts => ({ [`${language}_forms`]: { type: 'dateline_forms', language, ...options } });

/** Cuts the longest of the endings from unknown words that keep `least` letters; for languages without a stemmer. */
export const endings = (name: string, least: number, list: readonly string[]): AnalysisParts => ({
  [name]: {
    type: 'dateline_endings',
    pattern: `^(.{${least},}?)(?:${[...list].sort((a, b) => b.length - a.length).join('|')})$`,
    replacement: '$1',
  },
});

export const elision = (name: string, articles: readonly string[]): AnalysisParts => ({
  [name]: { type: 'elision', articles_case: true, articles },
});
