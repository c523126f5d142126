import { splitPrefixes } from './arabic-prefixes.ts';
import { extractCharacterFeatures } from './character-features.ts';
import { hashFolded } from './hashing.ts';
import type { TaggerModel } from './model.ts';
import type { NameSpan } from './name-span.ts';
import type { NameTable } from './names.ts';
import { characterUnits, findSpans, type Units, wordUnits } from './spans.ts';
import { gaps, tokenize } from './tokens.ts';
import { trimAttachedTitles, trimTitles } from './trim-titles.ts';
import { extractWordFeatures, type FeatureRows } from './word-features.ts';
import type { WordList } from './word-list.ts';

/** All that tagging one family of languages needs. `words` is there where text has no spaces between words. */
export interface Family {
  readonly model: TaggerModel;
  readonly names: NameTable;
  readonly words: WordList | null;
}

/** A text cut into units with their features: the same for training and for tagging. */
export interface ReadyText {
  readonly units: Units;
  readonly rows: FeatureRows;
  readonly opensLine: (unit: number) => boolean;
}

/** @param language  the language's number in the model, 0 where it has none */
export const prepareText = (
  text: string,
  { names, words }: Pick<Family, 'names' | 'words'>,
  language: { readonly code: string; readonly number: number },
): ReadyText => {
  if (words) {
    const rows = extractCharacterFeatures(text, names, words);
    return { units: characterUnits(text), rows, opensLine: () => false };
  }
  const whole = tokenize(text);
  const tokens = language.code === 'ar' || language.code === 'fa' ? splitPrefixes(whole, names) : whole;
  const keys = Uint32Array.from({ length: tokens.count }, (_, at) =>
    hashStem(text, tokens.start[at] ?? 0, tokens.end[at] ?? 0),
  );
  return {
    units: wordUnits(tokens, keys),
    rows: extractWordFeatures(tokens, names, language.number),
    opensLine: (unit) => tokens.gap[unit] === gaps.line,
  };
};

/** Inflected Slavic forms share their stem: the last two letters of a longer Cyrillic word do not count. */
const hashStem = (text: string, start: number, end: number): number => {
  const code = text.charCodeAt(start);
  const cyrillic = code >= 0x400 && code < 0x530;
  const cut = cyrillic && end - start > 5 ? 2 : cyrillic && end - start > 3 ? 1 : 0;
  return hashFolded(text, start, end - cut);
};

/** The stretches of a text that name persons, in order. */
export const tagText = (text: string, family: Family, language: string): NameSpan[] => {
  const number = family.model.languages.indexOf(language) + 1;
  const { units, rows, opensLine } = prepareText(text, family, { code: language, number });
  const spans = findSpans(family.model, rows, units, opensLine);
  return family.words ? trimAttachedTitles(text, spans, language) : trimTitles(text, spans);
};
