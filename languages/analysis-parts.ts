import type { AnalysisParts } from './profile.ts';

/** Parts that many languages share. Each index carries those that its profile names. */

/** US finds U.S., PhD finds Ph.D., and vice versa. */
export const acronym: AnalysisParts = {
  acronym: {
    type: 'pattern_replace',
    pattern: '\\G(\\p{L}{1,2})\\.(?=(?:\\p{L}{1,2}\\.)*\\p{L}{1,2}\\.?$)',
    replacement: '$1',
  },
};

/** Folds case, width and diacritics in every script, except for the given characters. */
export const foldingExcept = (name: string, characters: string): AnalysisParts => ({
  [name]: { type: 'icu_folding', unicode_set_filter: `[^${characters}]` },
});

/** Maps half-width kana and full-width Latin to their normal forms before tokenizing. */
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
 * Replaces known forms by their lemmas, by the tables of the plugin `dateline-forms`; stemmers then skip them.
 *
 * @param options  `prefixes`, `suffixes`: clitics, removed if the rest of the word is known; `names`: prefixes; an unknown
 *     word is indexed with and without them; `cased`: runs before `lowercase`, and capitalized words are kept beside
 *   their lemmas
 */
export const forms = (
  language: string,
  options: Readonly<Record<string, readonly string[] | string | number | boolean>> = {},
): AnalysisParts => ({ [`${language}_forms`]: { type: 'dateline_forms', language, ...options } });

/** Removes the longest matching ending if `least` letters remain; for unknown words of languages without a stemmer. */
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
