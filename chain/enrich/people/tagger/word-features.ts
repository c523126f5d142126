import type { FeatureRows } from './feature-rows.ts';
import { mix } from './hashing.ts';
import type { NameTable } from './name-table.ts';
import { groupColumns, widths } from './templates.ts';
import { gaps, kinds, type Tokens } from './tokens.ts';
import type { WordClusters } from './word-clusters.ts';
import { gatherFacts, markCandidates, type WordFacts } from './word-facts.ts';
import { fillRow, readWord } from './word-row.ts';
import { readSurroundings } from './word-surroundings.ts';

/** Groupings that models use; a last column combines all of them. */
const mostGroupings = 3;
const groupWidth = mostGroupings * widths.group + 1;
const wordFeatureWidth = widths.word + groupWidth;

/**
 * Features of the words of a text in a script with spaces.
 *
 * @param language  0 for a language that the model does not know, else its number there
 */
export const extractWordFeatures = (
  tokens: Tokens,
  names: NameTable,
  clusters: WordClusters,
  language: number,
): FeatureRows => {
  const facts = gatherFacts(tokens, names, clusters);
  const rowOf = markCandidates(tokens, facts);
  const unitOf = new Int32Array(tokens.count);
  let count = 0;
  for (let at = 0; at < tokens.count; at += 1) {
    if (rowOf[at] !== 0) continue;
    unitOf[count] = at;
    rowOf[at] = count++;
  }
  const lowerHere = new Set<number>();
  for (let at = 0; at < tokens.count; at += 1)
    if (tokens.kind[at] === kinds.lower) lowerHere.add(facts.hash[at] ?? 0);
  return {
    count,
    width: wordFeatureWidth,
    rowOf,
    unitOf,
    writeRow: (unit, out) => {
      out.fill(0);
      const around = readSurroundings(unit, tokens, facts);
      const word = readWord(unit, tokens, facts, lowerHere, language);
      fillRow(out, word, around, tokens);
      fillGroups(out, unit, tokens, facts);
    },
  };
};

/** Word groups of the word and its neighbours, in each grouping separately and in all of them together. */
const fillGroups = (
  out: Uint32Array,
  at: number,
  { gap, count }: Tokens,
  { groups, columns, shape: shapes }: WordFacts,
): void => {
  if (columns === 0) return;
  const first = gap[at] === gaps.line || at < 1;
  const last = at + 1 >= count || gap[at + 1] === gaps.line;
  const shape = shapes[at] ?? 0;
  let together = 1;
  for (let grouping = 0; grouping < Math.min(columns, mostGroupings); grouping += 1) {
    const here = groups[at * columns + grouping] ?? 0;
    const before = first ? noGroup : (groups[(at - 1) * columns + grouping] ?? 0);
    const behind = last ? noGroup : (groups[(at + 1) * columns + grouping] ?? 0);
    const place = grouping * widths.group;
    const write = (group: number, value: number): void => {
      out[widths.word + place + group] = mix(groupSeed + place + group, value) || 1;
    };
    write(groupColumns.group, mix(here, shape));
    write(groupColumns.groupBefore, mix(before, here));
    write(groupColumns.groupBehind, mix(here, behind));
    write(groupColumns.groupBeforeAndShape, mix(before, shape));
    write(groupColumns.groupBehindAndShape, mix(behind, shape));
    together = mix(together, here);
  }
  out[wordFeatureWidth - 1] = mix(groupSeed - 1, together) || 1;
};

const noGroup = 256;
const groupSeed = 61;
