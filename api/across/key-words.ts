import { anyOf, type Clause } from '../search/clause.ts';
import { groupClause, rarityOf } from './group-clause.ts';
import type { Rendering } from './rendering.ts';
import { openDictionaries } from './renderings.ts';
import type { AcrossServices } from './services.ts';
import { isSmallIn } from './small-words.ts';
import { languagesHeld } from './understand.ts';
import { unitsOf } from './units.ts';

/** The best translations of a word; further ones add matches that have little in common with it, and cost time. */
const MOST_TRANSLATIONS = 4;

/** Words in one language: a clause for each, so that it can be counted how many of them an article has. */
export interface TranslatedKeyWords {
  /** Index or alias of the language. */
  readonly index: string;
  readonly words: readonly Clause[];
}

/**
 * Key words of an article in the languages that the archive holds. A word that an article has scores by its rarity
 * alone: how often it occurs says little of a translation, and takes long to count (docs/figures/api.md).
 *
 * @param words  in lower case, at most some dozens
 */
export const translateKeyWords = (
  words: readonly string[],
  source: string,
  { lexicon, indexOf, held }: AcrossServices,
): readonly TranslatedKeyWords[] => {
  const isSmall = isSmallIn(source);
  const targets = languagesHeld(lexicon.languages, held?.() ?? []);
  return openDictionaries(lexicon, source, targets).map((dictionary) => ({
    index: indexOf(dictionary.target),
    words: words.flatMap((word) => {
      const units = unitsOf(word, dictionary, isSmall).map(({ renderings }) => renderings);
      const isKnown = units.length > 0 && units.every((renderings) => renderings.length > 0);
      return isKnown
        ? [keyWordClause(units.map((renderings) => renderings.slice(0, MOST_TRANSLATIONS)))]
        : [];
    }),
  }));
};

/** @param parts  the translations of a word, or of each part of a compound: an article has all the parts */
const keyWordClause = (parts: readonly (readonly Rendering[])[]): Clause => ({
  constant_score: {
    filter: {
      bool: {
        filter: parts.map((alternatives) =>
          anyOf([groupClause(alternatives, 'title'), groupClause(alternatives, 'body')]),
        ),
      },
    },
    boost: Math.max(...parts.map(rarityOf)),
  },
});
