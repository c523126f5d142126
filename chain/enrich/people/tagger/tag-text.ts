import type { NameSpan } from '../name-span.ts';
import { splitPrefixes } from './arabic-prefixes.ts';
import { extractCharacterFeatures } from './character-features.ts';
import type { FeatureRows } from './feature-rows.ts';
import { hashFolded } from './hashing.ts';
import type { TaggerModel } from './model.ts';
import type { NameTable } from './name-table.ts';
import { characterUnits, findSpans, type Units, wordUnits } from './spans.ts';
import { gaps, type Tokens, tokenize } from './tokens.ts';
import type { WordClusters } from './word-clusters.ts';
import { extractWordFeatures } from './word-features.ts';
import type { WordList } from './word-list.ts';

/** Everything needed to tag one family of languages; `words` only for scripts without spaces. */
export interface Family {
  readonly model: TaggerModel;
  readonly names: NameTable;
  readonly words: WordList | null;
  /** Distributional groups of words, if a list is available. */
  readonly clusters: WordClusters;
}

/** What a tagger found in a text, in order; `tokens` only for scripts with spaces. */
export interface TaggedText {
  readonly text: string;
  readonly tokens: Tokens | null;
  readonly spans: readonly NameSpan[];
}

/** A text cut into units with their features: the same for training and for tagging. */
export interface ReadyText {
  readonly units: Units;
  readonly rows: FeatureRows;
  readonly opensLine: (unit: number) => boolean;
  /** The words, for scripts with spaces. */
  readonly tokens: Tokens | null;
}

/** @param language  the language's number in the model, 0 if it has none */
export const prepareText = (
  text: string,
  { names, words, clusters }: Omit<Family, 'model'>,
  language: { readonly code: string; readonly number: number },
): ReadyText => {
  if (words) {
    const rows = extractCharacterFeatures(text, names, words, clusters);
    return { units: characterUnits(text), rows, opensLine: () => false, tokens: null };
  }
  const whole = tokenize(text);
  const tokens = language.code === 'ar' || language.code === 'fa' ? splitPrefixes(whole, names) : whole;
  const keys = Uint32Array.from({ length: tokens.count }, (_, at) =>
    hashStem(text, tokens.start[at] ?? 0, tokens.end[at] ?? 0, language.code),
  );
  return {
    units: wordUnits(tokens, keys),
    rows: extractWordFeatures(tokens, names, clusters, language.number),
    opensLine: (unit) => tokens.gap[unit] === gaps.line,
    tokens,
  };
};

/**
 * Inflected forms share their stem: the last two letters of a longer Cyrillic word do not count, nor a German
 * genitive's s.
 */
const hashStem = (text: string, start: number, end: number, language: string): number => {
  const code = text.charCodeAt(start);
  const size = end - start;
  // Cyrillic endings: one letter of a short word, two of a longer one.
  if (code >= 0x400 && code < 0x530)
    return hashFolded(text, start, end - Number(size > 3) - Number(size > 5));
  const genitive = language === 'de' && size > 4 && text.charAt(end - 1) === 's';
  return hashFolded(text, start, genitive ? end - 1 : end);
};

/** The tagger's spans, uncorrected. */
export const tagText = (text: string, family: Family, language: string): TaggedText => {
  const number = family.model.languages.indexOf(language) + 1;
  const { units, rows, opensLine, tokens } = prepareText(text, family, { code: language, number });
  return { text, tokens, spans: findSpans(family.model, rows, units, opensLine) };
};
