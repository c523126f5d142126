import { remembered } from '../../../domain/remembered.ts';
import {
  type AlignmentModel,
  contextHash,
  contexts,
  leftChunks,
  rightChunks,
  unitHash,
  weighContexts,
} from './alignment.ts';
import { type Chunks, mix, shapes } from './units.ts';

/** A word in another script, and how likely it is among the spellings that were found. */
export interface Spelling {
  readonly text: string;
  /** In (0, 1]. */
  readonly chance: number;
}

/** Spellings of one word that are followed letter by letter. */
const beam = 24;
/** Two letters stand in too many words. */
const shortest = 3;
/** Letters of the longest word that is spelled: names are shorter. */
const longestSpelled = 24;

/** Which side of the model is known: Latin letters are the left one. */
export type KnownSide = 'latin' | 'other';

/** Spells words of one side of a model in the letters of the other. */
export const createSpeller = (model: AlignmentModel, known: KnownSide, letters: Letters): Speller => {
  const written = ['', ...letters.single, ...letters.together].map((text) => ({
    text,
    hash: hashOf(text, otherSide[known]),
  }));
  const stepsOf = remembered((chunk) => findSteps(model, chunk, known, written), mostRemembered);
  return (word) => {
    if (word.length > longestSpelled) return [];
    const states: Map<string, number>[] = Array.from({ length: word.length + 1 }, () => new Map());
    states[0]?.set('', 1);
    const chunks = chunksOf(word, known);
    for (let at = 0; at < word.length; at += 1)
      for (const [text, chance] of likeliest(states[at] ?? new Map()))
        spread(model, { word, chunks, at, text, chance, known }, stepsOf, states);
    return ranked(states.at(-1) ?? new Map());
  };
};

export type Speller = (word: string) => readonly Spelling[];

/** What a script is written with: single letters, and those that may stand for one letter of the other side together. */
export interface Letters {
  readonly single: readonly string[];
  readonly together: readonly string[];
}

const mostRemembered = 5000;

/** A chunk of the generated side that may stand for a chunk of the known one. */
interface Step {
  readonly text: string;
  readonly unit: number;
  /** Without regard to what stands before. */
  readonly base: number;
}

/** Rarer units are slips of the pairs that the model was trained on. */
const leastBase = 1e-6;

const chunksOf = (word: string, side: KnownSide): Chunks =>
  side === 'latin' ? leftChunks(word) : rightChunks(word);
const otherSide = { latin: 'other', other: 'latin' } as const;

const hashOf = (chunk: string, side: KnownSide): number => chunksOf(chunk, side).hashes[chunk.length] ?? 0;

const findSteps = (
  { table }: AlignmentModel,
  chunk: string,
  known: KnownSide,
  written: readonly { readonly text: string; readonly hash: number }[],
): readonly Step[] => {
  const own = hashOf(chunk, known);
  const lengths = new Set(
    shapes.flatMap(([left, right]) => {
      const [length, other] = known === 'latin' ? [left, right] : [right, left];
      return length === chunk.length ? [other] : [];
    }),
  );
  return written.flatMap(({ text, hash }) => {
    if (!lengths.has(text.length)) return [];
    const unit = known === 'latin' ? unitHash(own, hash) : unitHash(hash, own);
    const base = table.get(mix(unit, rootContext));
    return base > leastBase ? [{ text, unit, base }] : [];
  });
};

const nobody = leftChunks('');
const rootContext = contextHash(nobody, 0, nobody, 0, 0);

const likeliest = (states: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...states].sort(([, one], [, other]) => other - one).slice(0, beam);

interface State {
  readonly word: string;
  readonly chunks: Chunks;
  readonly at: number;
  readonly text: string;
  readonly chance: number;
  readonly known: KnownSide;
}

const longestStep = 4;
const context = new Uint32Array(contexts);
const weight = new Float64Array(contexts);

/** Follows a beginning by every chunk that may come next. */
const spread = (
  { table }: AlignmentModel,
  { word, chunks, at, text, chance, known }: State,
  stepsOf: (chunk: string) => readonly Step[],
  states: readonly Map<string, number>[],
): void => {
  const written = chunksOf(text, otherSide[known]);
  if (known === 'latin') weighContexts(table, chunks, at, written, text.length, context, weight);
  else weighContexts(table, written, text.length, chunks, at, context, weight);
  for (let length = 1; length <= longestStep && at + length <= word.length; length += 1) {
    const next = states[at + length];
    for (const step of stepsOf(word.slice(at, at + length))) {
      let likely = step.base * (weight[0] ?? 0);
      for (let level = 1; level < contexts; level += 1)
        if (weight[level] !== 0)
          likely += table.get(mix(step.unit, context[level] ?? 0)) * (weight[level] ?? 0);
      const longer = text + step.text;
      next?.set(longer, (next.get(longer) ?? 0) + chance * likely);
    }
  }
};

const ranked = (ends: ReadonlyMap<string, number>): readonly Spelling[] => {
  const found = likeliest(ends).filter(([text]) => text.length >= shortest);
  const all = found.reduce((sum, [, chance]) => sum + chance, 0);
  return found.map(([text, chance]) => ({ text, chance: chance / all }));
};
