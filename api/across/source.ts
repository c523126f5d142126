import type { Lexicon } from '../../authorities/words/index.ts';
import { profileFor } from '../../languages/index.ts';
import { scriptOf } from '../../languages/scripts.ts';
import { queryLanguage } from '../search/query-language.ts';
import { partsOfCompound } from './compounds.ts';
import { openSource } from './source-words.ts';

/** So many of the words must be entries before no other language is tried. */
const enough = 0.6;

/**
 * The language that a query is asked in: the one that its script or small words tell, else the one of the reader's,
 * English or the others whose table knows most of its words; the reader's where none knows any.
 *
 * @param hints  languages of the reader, the preferred one first
 */
export const sourceOf = (text: string, lexicon: Lexicon, hints: readonly string[]): string => {
  const told = queryLanguage(text);
  if (told && lexicon.languages.includes(told)) return told;
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu)?.slice(0, 20) ?? [];
  const candidates = [...new Set([...hints, 'en', ...lexicon.languages])].filter((language) =>
    writes(language, text),
  );
  let best = { language: candidates[0] ?? 'en', share: 0 };
  for (const language of candidates) {
    const share = knownShare(words, language, lexicon);
    if (share > best.share) best = { language, share };
    if (best.share >= enough) break;
  }
  return best.language;
};

const writes = (language: string, text: string): boolean => {
  const script = scriptOf(text);
  return script === null || profileFor(language).scripts.some((own) => own.startsWith(script.slice(0, 3)));
};

const knownShare = (words: readonly string[], language: string, lexicon: Lexicon): number => {
  const table = openSource(lexicon, language);
  if (!table || words.length === 0) return 0;
  const isEntry = (word: string): boolean =>
    table.formsOf(word).some((form) => table.toEnglish(form).length > 0);
  const known = words.filter(
    (word) => isEntry(word) || partsOfCompound(table.cutsOf(word), () => true).length > 0,
  );
  return known.length / words.length;
};
