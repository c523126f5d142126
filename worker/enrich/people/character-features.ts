import { gatherCompany } from './character-company.ts';
import { type CharacterContext, gatherContext } from './character-context.ts';
import { foldDigit, typeOf, types } from './character-types.ts';
import { companyWidth, fillCompany } from './company-features.ts';
import { mix } from './hashing.ts';
import type { NameTable } from './names.ts';
import type { WordClusters } from './word-clusters.ts';
import type { FeatureRows } from './word-features.ts';
import type { WordList } from './word-list.ts';

const nearWidth = 44;
const farWidth = 16;

/** Features of every character of a text without spaces between words, or with endings glued on (Korean). */
export const extractCharacterFeatures = (
  text: string,
  names: NameTable,
  words: WordList,
  clusters: WordClusters,
): FeatureRows => {
  const known = clusters.columns > 0;
  const width = nearWidth + farWidth + (known ? companyWidth : 0);
  const size = text.length;
  const rowOf = new Int32Array(size);
  const features = new Uint32Array(size * width);
  const unit = new Uint16Array(size);
  const type = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) {
    unit[at] = foldDigit(text.charCodeAt(at));
    type[at] = typeOf(unit[at] ?? 0);
  }
  const { word, tied } = words.segment(unit);
  const inName = findNames(unit, type, names);
  const facts = { unit, type, word, tied, inName };
  const context = gatherContext(text, unit, type, names);
  const company = known ? gatherCompany(unit, type, word, clusters) : null;
  let count = 0;
  for (let at = 0; at < size; at += 1) {
    if (breaks(type[at] ?? 0)) {
      rowOf[at] = -1;
      continue;
    }
    rowOf[at] = count;
    fillRow(features, count * width, at, facts);
    fillFar(features, count * width + nearWidth, at, facts, context);
    if (company) fillCompany(features, count * width + nearWidth + farWidth, at, type, unit, company);
    count += 1;
  }
  return { count, features, width, rowOf };
};

const breaks = (type: number): boolean => type === types.stop;

const longestName = 8;
const offset = 0x811c9dc5;
const prime = 0x01000193;

/** For each character the best known name word over it: 0 none, else bits of its bucket and place in the word. */
const findNames = (unit: Uint16Array, type: Uint8Array, names: NameTable): Uint8Array => {
  const found = new Uint8Array(unit.length);
  for (let at = 0; at < unit.length; at += 1) {
    const kind = type[at] ?? 0;
    if (kind !== types.han && kind !== types.katakana && kind !== types.hangul) continue;
    let hash = offset;
    let best = 0;
    let bits = 0;
    for (let length = 1; length <= longestName && type[at + length - 1] === kind; length += 1) {
      hash = Math.imul(hash ^ (unit[at + length - 1] ?? 0), prime);
      const known = names.bits(hash >>> 0);
      if ((known & 63) !== 0 && (known & 64) === 0) {
        best = length;
        bits = known & 63;
      }
    }
    for (let step = 0; step < best; step += 1) {
      if (found[at + step] !== 0 && step > 0) continue;
      const place = best === 1 ? 0 : step === 0 ? 1 : step === best - 1 ? 3 : 2;
      found[at + step] =
        1 + place + 4 * Math.min(3, (bits & 3) + (bits > 3 ? 1 : 0)) + 16 * Math.min(7, best);
    }
  }
  return found;
};

interface CharacterFacts {
  readonly unit: Uint16Array;
  readonly type: Uint8Array;
  readonly word: Uint16Array;
  readonly tied: Uint32Array;
  readonly inName: Uint8Array;
}

const fillRow = (out: Uint32Array, base: number, at: number, facts: CharacterFacts): void => {
  const { unit, type, word, tied, inName } = facts;
  const size = unit.length;
  let column = 0;
  const put = (value: number): void => {
    out[base + column] = mix(column + 101, value) || 1;
    column += 1;
  };
  const u = (step: number): number => (at + step < 0 || at + step >= size ? 1 : (unit[at + step] ?? 1));
  const t = (step: number): number => (at + step < 0 || at + step >= size ? 15 : (type[at + step] ?? 15));
  const w = (step: number): number => (at + step < 0 || at + step >= size ? 0 : (word[at + step] ?? 0));
  const g = (step: number): number => (at + step < 0 || at + step >= size ? 0 : (inName[at + step] ?? 0));
  for (let step = -3; step <= 3; step += 1) put(u(step));
  for (let step = -3; step < 3; step += 1) put((u(step) << 16) | u(step + 1));
  for (let step = -2; step <= 0; step += 1) put(mix((u(step) << 16) | u(step + 1), u(step + 2)));
  const shape = (t(-1) << 8) | (t(0) << 4) | t(1);
  put(shape);
  put((t(-2) << 12) | shape);
  put((shape << 4) | t(2));
  put(mix((t(-3) << 16) | (t(-2) << 12) | shape, (t(2) << 4) | t(3)));
  put(w(0));
  put((w(-1) << 16) | w(0));
  put((w(0) << 16) | w(1));
  put(mix((w(-1) << 16) | w(0), w(1)));
  put(tied[at] ?? 0);
  const before = previousWord(facts, at);
  const after = nextWord(facts, at);
  put(tied[before] ?? 0);
  put(tied[after] ?? 0);
  put(mix(w(0), before < 0 ? 0 : (word[before] ?? 0)));
  put(mix(w(0), after >= size ? 0 : (word[after] ?? 0)));
  put(mix(w(0), mix(before < 0 ? 0 : (word[before] ?? 0), after >= size ? 0 : (word[after] ?? 0))));
  put(mix(w(0), tied[before] ?? 0));
  put(mix(w(0), tied[after] ?? 0));
  put(g(0));
  put((g(-1) << 8) | g(0));
  put((g(0) << 8) | g(1));
  put((g(0) << 16) | u(0));
  put((g(0) << 16) | w(0));
  put(((u(-2) & 0xffff) << 16) | g(0));
  put(mix(tied[after] ?? 0, g(0)));
  put(mix(tied[before] ?? 0, g(0)));
  put((u(1) << 16) | ((t(0) << 8) | g(0)));
  put(mix((u(-2) << 16) | u(-1), t(0)));
};

/** Templates over what stands behind or before the stretch of script that a character belongs to. */
const fillFar = (
  out: Uint32Array,
  base: number,
  at: number,
  { unit, type, word, tied, inName }: CharacterFacts,
  context: CharacterContext,
): void => {
  let column = 0;
  const put = (value: number): void => {
    out[base + column] = mix(column + 151, value) || 1;
    column += 1;
  };
  const t = type[at] ?? 0;
  const g = inName[at] ?? 0;
  const w = word[at] ?? 0;
  const behind = context.titleBehind[at] ?? 0;
  const before = context.titleBefore[at] ?? 0;
  const place = context.place[at] ?? 0;
  const start = context.runStart[at] ?? 0;
  const end = context.runEnd[at] ?? 0;
  const inRun = (Math.min(at - start, 3) << 4) | Math.min(end - at, 4);
  put((behind << 4) | t);
  put((behind << 8) | g);
  put((before << 4) | t);
  put((before << 8) | g);
  put(mix((before << 4) | behind, (t << 8) | (type[at + 1] ?? 15)));
  put((place << 8) | g);
  put((place << 16) | w);
  put(mix((place << 4) | behind, (context.place[at - 1] ?? 0) | ((context.place[at + 1] ?? 0) << 4)));
  put((inRun << 8) | (t << 4) | Math.min(end - start, 12));
  put(mix(inRun, tied[end] ?? 0));
  put(mix(inRun, mix(unit[end] ?? 0, unit[end + 1] ?? 0)));
  put(mix(inRun, mix(unit[start - 1] ?? 0, unit[end] ?? 0)));
  put(mix(inRun, unit[end - 1] ?? 0));
  put(mix(inRun, mix(unit[end - 2] ?? 0, unit[end - 1] ?? 0)));
  put(mix(inRun, mix(unit[start] ?? 0, end - start)));
  put(((context.reading[at] ?? 0) << 4) | t);
};

/** The last character of the word before this one's, −1 at the start. */
const previousWord = ({ word }: CharacterFacts, at: number): number => {
  let step = at;
  while (step >= 0 && at - step < 8 && !startsWord(word[step] ?? 0)) step -= 1;
  return step - 1;
};

const nextWord = ({ word }: CharacterFacts, at: number): number => {
  let step = at + 1;
  while (step < word.length && step - at < 8 && !startsWord(word[step] ?? 0)) step += 1;
  return step;
};

const startsWord = (word: number): boolean => (word & 3) < 2;
