import { tokensOf } from '../../../chain/clean/tokens.ts';
import type { SourceBlock } from '../../../domain/article.ts';

/** Whether a block belongs to the labelled text, whether that is known, and how many tokens it has. */
export interface Label {
  readonly inside: boolean;
  readonly tokens: number;
  readonly known: boolean;
}

const SHORT = 4;

/**
 * Finds the blocks of the labelled text: a block counts if the text contains its words in order (for long blocks: most
 * of their triples), as often as the text has them, nearest to the rest of the text first.
 */
export const labelBlocks = (blocks: readonly SourceBlock[], text: string): readonly Label[] => {
  const gold = ` ${tokensOf(text).join(' ')} `;
  const lines = new Set(text.split('\n').map((line) => tokensOf(line).join(' ')));
  const tokens = blocks.map((block) => tokensOf(block.text));
  const triples = tripleSet(tokensOf(text));
  const found = tokens.map((own) => stands(own, gold, lines, triples));
  const centre = medianOf(found, tokens);
  dropRepeats(found, tokens, gold, centre);
  return tokens.map((own, index) => ({
    inside: found[index] ?? false,
    tokens: own.length,
    known: true,
  }));
};

const tripleSet = (tokens: readonly string[]): ReadonlySet<string> =>
  new Set(tokens.slice(2).map((token, index) => `${tokens[index]} ${tokens[index + 1]} ${token}`));

const stands = (
  own: readonly string[],
  gold: string,
  lines: ReadonlySet<string>,
  triples: ReadonlySet<string>,
): boolean => {
  if (own.length === 0) return false;
  const joined = own.join(' ');
  if (own.length < SHORT) return lines.has(joined);
  if (gold.includes(` ${joined} `)) return true;
  if (own.length < 8) return false;
  const all = [...tripleSet(own)];
  return all.filter((triple) => triples.has(triple)).length > all.length * 0.6;
};

/** Index of the block in the middle of the found text. */
const medianOf = (found: readonly boolean[], tokens: readonly (readonly string[])[]): number => {
  const total = tokens.reduce((sum, own, index) => sum + (found[index] ? own.length : 0), 0);
  let seen = 0;
  for (const [index, own] of tokens.entries()) {
    if (found[index]) seen += own.length;
    if (seen * 2 > total) return index;
  }
  return 0;
};

const dropRepeats = (
  found: boolean[],
  tokens: readonly (readonly string[])[],
  gold: string,
  centre: number,
): void => {
  const places = new Map<string, number[]>();
  for (const [index, own] of tokens.entries()) {
    if (found[index]) places.set(own.join(' '), [...(places.get(own.join(' ')) ?? []), index]);
  }
  for (const [words, indices] of places) {
    if (indices.length < 2) continue;
    const times = Math.max(1, gold.split(` ${words} `).length - 1);
    const nearest = [...indices].sort((a, b) => Math.abs(a - centre) - Math.abs(b - centre));
    for (const index of nearest.slice(times)) found[index] = false;
  }
};
