import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readRecords } from '../evaluate/sets.ts';

/** A text with the persons that it names; offsets are UTF-16 units. */
export interface LabelledText {
  readonly text: string;
  readonly persons: readonly (readonly [number, number])[];
  /** One key per mention, the same for the same person; only if labelled. */
  readonly people: readonly string[] | null;
}

/** Reads one line of a `persons` set, whose offsets count code points. */
export const parseLabelledText = (value: unknown): LabelledText => {
  if (typeof value !== 'object' || value === null || !('text' in value) || !('persons' in value))
    throw new Error('text and persons are wanted');
  const { text, persons } = value;
  if (typeof text !== 'string' || !Array.isArray(persons)) throw new Error('text and persons are wanted');
  const unitAt = unitsOf(text);
  return {
    text,
    persons: persons.map((span: unknown) => {
      if (!Array.isArray(span)) throw new Error('a person is a pair of offsets');
      return [unitAt(Number(span[0])), unitAt(Number(span[1]))] as const;
    }),
    people: 'people' in value && Array.isArray(value.people) ? value.people.map(String) : null,
  };
};

const unitsOf = (text: string): ((point: number) => number) => {
  const at: number[] = [];
  let unit = 0;
  for (const character of text) {
    at.push(unit);
    unit += character.length;
  }
  at.push(unit);
  return (point) => at[point] ?? unit;
};

/** Every text of a file of labels. */
export const readLabels = async (path: string): Promise<LabelledText[]> => {
  const read: LabelledText[] = [];
  for await (const label of readRecords(path, parseLabelledText)) read.push(label);
  return read;
};

/** Files of labels in a folder, by name (`ru-nerel.train`). */
export const listLabels = (folder: string): { name: string; path: string }[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.includes('.ndjson'))
        .sort()
        .map((file) => ({ name: basename(file).replace(/\.ndjson(\.gz)?$/, ''), path: join(folder, file) }))
    : [];

/** Which of `parts` equal parts a text falls into, by its SHA-1: the same on every machine. */
export const partOf = (text: string, parts: number): number =>
  createHash('sha1').update(text).digest().readUInt32BE(0) % parts;
