import { keepFree, type NameSpan } from '../name-span.ts';
import type { NameTable } from '../tagger/name-table.ts';
import type { Tokens } from '../tagger/tokens.ts';
import { extendNames } from './extend-names.ts';
import { findLaterMentions } from './later-mentions.ts';
import { findListedNames } from './listed-names.ts';
import { dropNamesakes } from './namesakes.ts';
import { readText } from './read-text.ts';
import { findSignature } from './signature.ts';
import { findTitledNames } from './titled-names.ts';
import { trimOpenings } from './trim-openings.ts';

/**
 * Mends the names of a text with spaces between its words, by what the words around say and by what the article itself
 * settles: first what was found is cut, widened and weeded, then names behind titles, between others in a list, and
 * surnames of people named in full are added.
 */
export const mendByWords = (
  tokens: Tokens,
  spans: readonly NameSpan[],
  language: string,
  table: NameTable,
): NameSpan[] => {
  const read = readText(tokens, language, table);
  const kept = dropNamesakes(read, extendNames(read, trimOpenings(read, spans)));
  const named = [...kept, ...findTitledNames(read, kept)];
  const more = [...findSignature(tokens.text), ...findListedNames(read, kept)];
  const titled = inOrder([...named, ...keepFree(more, named)]);
  return inOrder([...titled, ...findLaterMentions(read, titled)]);
};

const inOrder = (spans: readonly NameSpan[]): NameSpan[] =>
  [...spans].sort((one, other) => one.start - other.start);
