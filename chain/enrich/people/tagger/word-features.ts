import type { FeatureRows } from './feature-rows.ts';
import { hashExact, hashFolded, mix } from './hashing.ts';
import type { NameTable } from './name-table.ts';
import { gaps, kinds, type Tokens } from './tokens.ts';
import type { WordClusters } from './word-clusters.ts';
import { gatherFacts, markCandidates, type WordFacts } from './word-facts.ts';

const groupWidth = 16;
export const wordFeatureWidth = 56 + groupWidth;

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
      fillRow(out, unit, tokens, facts, lowerHere, language);
      fillGroups(out, wordFeatureWidth - groupWidth, unit, tokens, facts);
    },
  };
};

const edge = 0x51ed270b;

const fillRow = (
  out: Uint32Array,
  at: number,
  tokens: Tokens,
  { hash, bits, common, cue, shape }: WordFacts,
  lowerHere: ReadonlySet<number>,
  language: number,
): void => {
  const { text, start, end, gap, count, kind } = tokens;
  let column = 0;
  const put = (value: number): void => {
    out[column] = mix(column + 1, value) || 1;
    column += 1;
  };
  const skip = (): void => {
    column += 1;
  };
  const line = gap[at] === gaps.line;
  const nextLine = at + 1 >= count || gap[at + 1] === gaps.line;
  const h = hash[at] ?? 0;
  const p = line || at < 1 ? edge : (hash[at - 1] ?? 0);
  const pp = line || at < 2 || gap[at - 1] === gaps.line ? edge : (hash[at - 2] ?? 0);
  const n = nextLine ? edge : (hash[at + 1] ?? 0);
  const nn = nextLine || at + 2 >= count || gap[at + 2] === gaps.line ? edge : (hash[at + 2] ?? 0);
  const s = shape[at] ?? 0;
  const sp = line || at < 1 ? 255 : (shape[at - 1] ?? 0);
  const sn = nextLine ? 255 : (shape[at + 1] ?? 0);
  const spp = pp === edge ? 255 : (shape[at - 2] ?? 0);
  const snn = nn === edge ? 255 : (shape[at + 2] ?? 0);
  const b = bits[at] ?? 0;
  const bp = line || at < 1 ? 0 : (bits[at - 1] ?? 0);
  const bn = nextLine ? 0 : (bits[at + 1] ?? 0);
  const c = cue[at] ?? 0;
  const cp = line || at < 1 ? 15 : (cue[at - 1] ?? 0);
  const cpp = pp === edge ? 15 : (cue[at - 2] ?? 0);
  const cn = nextLine ? 15 : (cue[at + 1] ?? 0);
  const cnn = nn === edge ? 15 : (cue[at + 2] ?? 0);
  const w = common[at] ?? 0;
  const from = start[at] ?? 0;
  const to = end[at] ?? 0;
  const size = to - from;
  const lower = lowerHere.has(h) ? 1 : 0;
  const opens =
    line || sp === 64 + 46 || sp === 64 + (0x2026 % 128) || sp === 64 + 33 || sp === 64 + 63 ? 1 : 0;
  put(h);
  put(p);
  put(n);
  put(pp);
  put(nn);
  put(mix(p, h));
  put(mix(h, n));
  put(s);
  put(mix(s, sp));
  put(mix(s, sn));
  put(mix(mix(sp, s), sn));
  put(mix(mix(spp, sp), mix(s, sn)));
  put(mix(mix(sp, s), mix(sn, snn)));
  if (kind[at] === kinds.mark) {
    put(mix(mix(b, bp), bn));
  } else {
    put(b + 1);
    if (size > 2) put(mix(hashFolded(text, to - 2, to), 2));
    else skip();
    if (size > 3) put(mix(hashFolded(text, to - 3, to), 3));
    else skip();
    if (size > 4) put(mix(hashFolded(text, to - 4, to), 4));
    else skip();
    if (size > 2) put(mix(hashFolded(text, from, from + 2), 5));
    else skip();
    if (size > 3) put(mix(hashFolded(text, from, from + 3), 6));
    else skip();
    if (size > 4) put(mix(hashFolded(text, from, to - 2), 7));
    else skip();
    if (size > 5) put(mix(hashFolded(text, from, to - 3), 8));
    else skip();
  }
  column = 21;
  put(mix(b & 63, w));
  put(mix(b & 63, bp));
  put(mix(b & 63, bn));
  put(mix(mix(bp, b), bn));
  put(mix(mix(b & 3, bp & 3), mix(bn & 3, s)));
  put(b >> 6);
  put(mix(b >> 6, bn >> 6));
  put(mix(w, lower));
  put(mix(mix(w, opens), s));
  put(mix(mix(lower, opens), b & 63));
  put(c);
  put(mix(cp, b & 63));
  put(mix(cp, s));
  put(mix(cpp, cp));
  put(mix(cn, b & 63));
  put(mix(cn, cnn));
  put(mix(mix(cpp, cp), mix(s, sn)));
  put(mix(mix(cp, cn), s));
  put(mix(p, s));
  put(mix(n, s));
  put(mix(mix(p, pp), s));
  put(mix(mix(n, nn), s));
  put(mix(p, b & 63));
  put(mix(n, b & 63));
  put(mix(language, mix(s, opens)));
  put(mix(language, mix(mix(s, sn), opens)));
  put(mix(language, mix(b & 63, w)));
  put(mix(language, mix(bp & 63, mix(b & 63, bn & 63))));
  put(mix(hashExact(text, from, to), 9));
  put(line ? 1 : 2);
  if (size > 3) put(mix(hashFolded(text, Math.max(from, to - 3), to), mix(sp, sn)));
  else skip();
  if (!nextLine && (end[at + 1] ?? 0) - (start[at + 1] ?? 0) > 3)
    put(mix(hashFolded(text, (end[at + 1] ?? 0) - 3, end[at + 1] ?? 0), s));
  else skip();
  if (!line && at > 0 && (end[at - 1] ?? 0) - (start[at - 1] ?? 0) > 3)
    put(mix(hashFolded(text, (end[at - 1] ?? 0) - 3, end[at - 1] ?? 0), s));
  else skip();
  put(mix(mix(cp, c), mix(cn, b & 15)));
  put(mix(gap[at] ?? 0, nextLine ? 3 : (gap[at + 1] ?? 0)));
};

const mostColumns = 3;

/** What company the word and its neighbours keep, in each grouping by itself and in all of them together. */
const fillGroups = (
  out: Uint32Array,
  base: number,
  at: number,
  { gap, count }: Tokens,
  { groups, columns, shape }: WordFacts,
): void => {
  if (columns === 0) return;
  const first = gap[at] === gaps.line || at < 1;
  const last = at + 1 >= count || gap[at + 1] === gaps.line;
  const s = shape[at] ?? 0;
  let together = 1;
  for (let column = 0; column < Math.min(columns, mostColumns); column += 1) {
    const here = groups[at * columns + column] ?? 0;
    const before = first ? 256 : (groups[(at - 1) * columns + column] ?? 0);
    const behind = last ? 256 : (groups[(at + 1) * columns + column] ?? 0);
    const seed = 61 + column * 5;
    out[base + column * 5] = mix(seed, mix(here, s)) || 1;
    out[base + column * 5 + 1] = mix(seed + 1, mix(before, here)) || 1;
    out[base + column * 5 + 2] = mix(seed + 2, mix(here, behind)) || 1;
    out[base + column * 5 + 3] = mix(seed + 3, mix(before, s)) || 1;
    out[base + column * 5 + 4] = mix(seed + 4, mix(behind, s)) || 1;
    together = mix(together, here);
  }
  out[base + groupWidth - 1] = mix(60, together) || 1;
};
