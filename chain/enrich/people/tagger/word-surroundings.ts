import { gaps, type Tokens } from './tokens.ts';
import type { WordFacts } from './word-facts.ts';

/** The value beyond the end of a line. */
const edge = 0x51ed270b;
const noShape = 255;
const noCue = 15;

/** The shape of a mark is 64 and its character's number in 128. */
const sentenceEnds: ReadonlySet<number> = new Set([...'.…!?'].map((mark) => 64 + (mark.charCodeAt(0) % 128)));

/** A word with its neighbours in the line. */
export interface Surroundings {
  readonly opensLine: boolean;
  readonly endsLine: boolean;
  readonly opensSentence: number;
  /** Hashes of the words. */
  readonly before: number;
  readonly twoBefore: number;
  readonly behind: number;
  readonly twoBehind: number;
  readonly shapeBefore: number;
  readonly shapeTwoBefore: number;
  readonly shapeBehind: number;
  readonly shapeTwoBehind: number;
  /** Data of the list of names about the words. */
  readonly bitsBefore: number;
  readonly bitsBehind: number;
  readonly cueBefore: number;
  readonly cueTwoBefore: number;
  readonly cueBehind: number;
  readonly cueTwoBehind: number;
}

export const readSurroundings = (
  at: number,
  { gap, count }: Tokens,
  { hash, bits, shape, cue }: WordFacts,
): Surroundings => {
  const opensLine = gap[at] === gaps.line;
  const endsLine = at + 1 >= count || gap[at + 1] === gaps.line;
  const isFirst = opensLine || at < 1;
  const twoBefore = opensLine || at < 2 || gap[at - 1] === gaps.line ? edge : (hash[at - 2] ?? 0);
  const twoBehind = endsLine || at + 2 >= count || gap[at + 2] === gaps.line ? edge : (hash[at + 2] ?? 0);
  const shapeBefore = isFirst ? noShape : (shape[at - 1] ?? 0);
  return {
    opensLine,
    endsLine,
    opensSentence: opensLine || sentenceEnds.has(shapeBefore) ? 1 : 0,
    before: isFirst ? edge : (hash[at - 1] ?? 0),
    twoBefore,
    behind: endsLine ? edge : (hash[at + 1] ?? 0),
    twoBehind,
    shapeBefore,
    shapeTwoBefore: twoBefore === edge ? noShape : (shape[at - 2] ?? 0),
    shapeBehind: endsLine ? noShape : (shape[at + 1] ?? 0),
    shapeTwoBehind: twoBehind === edge ? noShape : (shape[at + 2] ?? 0),
    bitsBefore: isFirst ? 0 : (bits[at - 1] ?? 0),
    bitsBehind: endsLine ? 0 : (bits[at + 1] ?? 0),
    cueBefore: isFirst ? noCue : (cue[at - 1] ?? 0),
    cueTwoBefore: twoBefore === edge ? noCue : (cue[at - 2] ?? 0),
    cueBehind: endsLine ? noCue : (cue[at + 1] ?? 0),
    cueTwoBehind: twoBehind === edge ? noCue : (cue[at + 2] ?? 0),
  };
};
