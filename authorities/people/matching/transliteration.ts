import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remembered } from '../../../domain/remembered.ts';
import { type AlignmentModel, leftChunks, logJoint, rightChunks, type TrainedModel } from './alignment.ts';
import { hear } from './letters.ts';
import { openEntries, packEntries } from './packed-table.ts';
import { latinView, type View, views } from './views.ts';

/** Judges whether a word of one script transliterates a Latin one. */
export interface Transliterator {
  /**
   * How much likelier the two are one name than a random pair, as a natural logarithm; comparable among
   * counterparts of one Latin token. Words are cut after 40 letters.
   */
  score(latin: string, other: string): number;
  /** The same, minus the likelihood of the Latin word's own letters, per letter: comparable across all pairs. */
  evidence(latin: string, other: string): number;
}

/** The other side's letter counts have nearly full weight: otherwise rare words would never win. */
const commonness = 0.95;

export const createTransliterator = (language: string, models: readonly AlignmentModel[]): Transliterator => {
  const judges = (views[language] ?? []).flatMap((view, index) => {
    const model = models[index];
    return model ? [judgeOf(model, view)] : [];
  });
  const sum = (latin: string, other: string, ofLeft: number): number =>
    judges.reduce((total, judge) => total + judge(latin, other, ofLeft), 0);
  return {
    score: (latin, other) => sum(latin, other, 0),
    evidence: (latin, other) => sum(latin, other, 1) / (judges.length * Math.max(2, latinView(latin).length)),
  };
};

const judgeOf = (
  model: AlignmentModel,
  view: View,
): ((latin: string, other: string, ofLeft: number) => number) => {
  const ofLatin = remembered((word) => hear(model, leftChunks(latinView(word))), mostRemembered);
  const ofOther = remembered((word) => hear(model, rightChunks(view(word))), mostRemembered);
  return (latin, other, ofLeft) => {
    const left = ofLatin(latin);
    const right = ofOther(other);
    return logJoint(model, left, right) - commonness * right.log - ofLeft * left.log;
  };
};

/** A kilobyte each. */
const mostRemembered = 200;

const folder = join(import.meta.dirname, '../../../models');
const modelPath = (language: string, view: number): string =>
  join(folder, `transliteration-${language}-${view}.bin`);

const loaded = new Map<string, Transliterator | null>();

/** The shipped model of a language, read once; null if there is none. */
export const loadTransliterator = (language: string): Transliterator | null => {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const count = views[language]?.length ?? 0;
  const there = count > 0 && existsSync(modelPath(language, count - 1));
  const made = there
    ? createTransliterator(
        language,
        Array.from({ length: count }, (_, view) => decodeModel(readFileSync(modelPath(language, view)))),
      )
    : null;
  loaded.set(language, made);
  return made;
};

/** The shipped model of a language by its letters; null if there is none. */
export const loadAlignment = (language: string): AlignmentModel | null =>
  existsSync(modelPath(language, 0)) ? decodeModel(readFileSync(modelPath(language, 0))) : null;

export const encodeModel = ({ table }: TrainedModel): Buffer => packEntries(table.entries(), table.size);

const decodeModel = (bytes: Buffer): AlignmentModel => ({ table: openEntries(bytes) });
